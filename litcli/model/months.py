"""The names of the months in some forty languages, folded, as CLDR has them: whole and abbreviated, in every case of the noun.

Written by `python -m tests.model.cldr` from Babel, and held equal to it by a test: loading so many locales costs a tenth of a second,
which every process would pay. A name that means different months in two of the languages is left out: Croatian is not read, for
its "listopad" is October and the Czech and Polish one is November.
"""

LOCALES = (
    "en en_GB en_AU en_CA de de_AT nl da sv nb nn fi et is fo es es_PE ca gl eu pt pt_PT it fr fr_CA ro pl cs sk sl ru uk be "
    "bg sr_Latn el lt lv hu tr id af"
)

MONTHS = (
    (
        "ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro janner januar januara januari januarie january "
        "janv janvaris janvier led leden ledna oca ocak saus sausio sausis sty styczen stycznia tammi tammikuu tammikuuta "
        "urt urtarrila xan xaneiro ιαν ιανουαριοσ ιανουαριου сту студзень студзеня січ січень січня янв январь января яну "
        "януари "
    ),
    (
        "feb febbraio febr febreiro febrer febrero februar februara februari februarie februaris february fev fevereiro "
        "fevr fevrier helmi helmikuu helmikuuta lut lutego luty ots otsaila sub subat uno unor unora vas vasario vasaris "
        "veebr veebruar φεβ φεβρουαριοσ φεβρουαριου лют лютага лютии лютого люты фев февр февраль февраля февруари "
    ),
    (
        "bre brezen brezna kov kovas kovo maalis maaliskuu maaliskuuta maart mar marc marca march marcius marco marec "
        "maret mars mart martie marts martxoa marz marzec marzo mrt μαρ μαρτιοσ μαρτιου бер березень березня мар март "
        "марта сак сакавік сакавіка "
    ),
    (
        "abr abril api apirila apr april aprila aprile aprilie aprilis aprill avr avril bal balandis balandzio dub duben "
        "dubna huhti huhtikuu huhtikuuta kwi kwiecien kwietnia nis nisan απρ απριλιοσ απριλιου апр апрель апреля април "
        "квіт квітень квітня кра красавік красавіка "
    ),
    (
        "geg geguze geguzes kve kveten kvetna mag maggio mai maiatza maig maijs maio maj maja majus may mayo mayıs mei "
        "touko toukokuu toukokuuta μαι μαιοσ μαιου маи мая трав травень травня "
    ),
    (
        "birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec eka ekaina giu giugno haz haziran iun iunie juin "
        "jun juna june junho juni junie junij junijs junio junius juny juuni kesa kesakuu kesakuuta xuno ιουν ιουνιοσ "
        "ιουνιου июн июнь июня черв червень червня чэр чэрвень чэрвеня юни "
    ),
    (
        "cervence cervenec cvc heina heinakuu heinakuuta iul iulie juil juill juillet jul jula julho juli julie julij "
        "julijs julio juliol julius july juuli liep liepa liepos lip lipca lipiec lug luglio tem temmuz uzt uztaila xul "
        "xullo ιουλ ιουλιοσ ιουλιου июл июль июля лип липень липня ліп ліпень ліпеня юли "
    ),
    (
        "abu abuztua ag ago agost agosto agu agust agustos agustus aout aug august augusta augusti augusts augustus "
        "augusztus avg avgust elo elokuu elokuuta rugp rugpjucio rugpjutis sie sierpien sierpnia srp srpen srpna αυγ "
        "αυγουστοσ αυγουστου авг август августа жні жнівень жніуня серп серпень серпня "
    ),
    (
        "eyl eylul ira iraila rugs rugsejis rugsejo sep sept septembar september septembra septembre septembrie "
        "septembris septiembre set setembre setembro setiembre settembre syys syyskuu syyskuuta szept szeptember wrz "
        "wrzesien wrzesnia zar zari σεπ σεπτεμβριοσ σεπτεμβριου вер верасень верасня вересень вересня сент сентябрь "
        "сентября сеп септември "
    ),
    (
        "eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktobar oktober oktobra oktobris "
        "oktoober ott ottobre out outubro paz pazdziernik pazdziernika rij rijen rijna spal spalio spalis urr urria οκτ "
        "οκτωβριοσ οκτωβριου жовт жовтень жовтня кас кастрычнік кастрычніка окт октомври октябрь октября "
    ),
    (
        "aza azaroa kas kasım lapkr lapkricio lapkritis lis listopad listopada listopadu marras marraskuu marraskuuta "
        "noiembrie nov novembar november novembra novembre novembris novembro noviembre νοε νοεμβριοσ νοεμβριου лист "
        "листопад листопада ліс лістапад лістапада ное ноември нояб ноябрь ноября "
    ),
    (
        "abe abendua ara aralık dec decembar december decembra decembre decembrie decembris decembro des desember "
        "desembre dets detsember dez dezember dezembro dic dicembre diciembre gru grudnia grudzien gruod gruodis gruodzio "
        "joulu joulukuu joulukuuta pro prosince prosinec δεκ δεκεμβριοσ δεκεμβριου груд грудень грудня дек декабрь "
        "декабря декември сне снежань снежня "
    ),
)

WEEKDAYS = (
    "antradienis asteartea asteazkena astelehena carsamba cetrtek ceturtdiena cetvrtak csutortok ctvrtek cuma "
    "cumartesi czwartek dienstag dijous dilluns dimanche dimarts dimecres dinsdag dissabte diumenge divendres "
    "domenica domingo donderdag donnerstag duminica esmaspaev fimmtudagur fostudagur fredag freitag friday "
    "friggjadagur giovedi hetfo hosdagur igandea jeudi joi jueves jumat kamis kedd keskiviikkona ketvirtadienis "
    "kolmapaev larunbata lauantaina laugardagur laupaev laurdag leygardagur lordag lundi lunedi lunes luni luns "
    "lørdag maanantaina maandag manadagur mandag manudagur mardi martedi martes marti mercoledi mercores mercredi "
    "miercoles miercuri mikudagur minggu mittwoch miðvikudagur monday montag nedela nedele nedelja neljapaev "
    "niedziela onsdag osteguna ostirala otrdiena patek pazar pazartesi penktadienis pentek perjantaina persembe petak "
    "petek piatek piatok piektdiena pirmadienis pirmdiena pondeli pondelok ponedeljak ponedeljek poniedziałek "
    "puhapaev quarta-feira quinta-feira rabu reede sabado sabato sabtu salı sambata samedi samstag saterdag saturday "
    "segunda-feira sekmadienis selasa senin sestadienis sestdiena sexta-feira sobota sondag sonntag sreda sroda "
    "streda stvrtok subota sunday sunnudagur sunnuntai svetdiena szerda szombat søndag teisipaev terca-feira thursday "
    "tiistaina tirsdag tisdag torek torsdag torstaina treciadienis tresdiena tuesday tysdag tysdagur utery utorak "
    "utorok vasarnap vendredi venerdi venres viernes vineri vrijdag vrydag wednesday woensdag wtorek xoves zaterdag "
    "zondag þriðjudagur δευτερα κυριακη παρασκευη πεμπτη σαββατο τεταρτη τριτη ауторак воскресенье вторник вівторок "
    "неделя неділя нядзеля пʼятниця панядзелак петък понеделник понедельник понеділок пятница пятніца серада середа "
    "среда сряда суббота субота събота чацвер четвер четверг четвъртък "
)
