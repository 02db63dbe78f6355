"""The words of names, as data: particles, suffixes, degrees, titles, the words of groups, the names that look like initials.

All words are casefolded; `litcli.model.name_tokens` asks them of a token.
"""

import re

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩΆΈ-ΏЀ-ЯҐ"
"""Capital letters, for a character class."""

PARTICLES = frozenset(
    "van von vom zum zur zu de der den del della delle dello degli dei di da das do dos du des la le los las les el al ul bin "
    "ibn ben abu bint af av op ten ter te 't 's in aan uit onder over vander vanden vande d l und y e lo li san santa st st. "
    "saint auf".split()
)
"""Words that stand between given and family name; in lower case they are particles, with a capital a part of the family name."""

LEADING = frozenset(
    "van von vom zum zur zu de der den del della delle dello degli dei di da das do dos du des la le los las les el al bin ibn "
    "ben abu af av ten ter te op vander vanden vande lo mac mc st st. saint san santa o' d' l' ó ní nic uí mhic nig".split()
)
"""The ones that, written with a capital, still open a family name ("Di Lorenzo", "Le Guin", "Mc Carthy")."""

JOINERS = frozenset({"y", "i", "e", "und", "-", "–"})
"""Words within a family name: "Ortega y Gasset", "Driessen - Mol"."""

SUFFIXES = frozenset("jr jr. sr sr. iii ii iv 2nd 3rd 4th 2nd. 3rd. jnr jnr. snr snr.".split())
KINSHIP = frozenset("filho neto junior júnior sobrinho netto segundo".split())
"""Portuguese words after a family name, which belong to it."""

MARIAN = frozenset(
    "carmen pilar rosario mar angeles jesus lourdes fatima dolores socorro luz consuelo refugio loreto guadalupe rocio mercedes "
    "soledad milagros graca conceicao carmo ceu amparo livramento penha aparecida".split()
)
"""Given names behind a particle: "María del Carmen Pérez"."""

HISPANIC_GIVEN = frozenset(
    "jose maria luis carlos antonio manuel juan francisco jesus miguel angel pedro javier alberto fernando eduardo enrique ignacio "
    "rafael alejandro andres pablo daniel david jorge ricardo roberto ramon vicente isabel teresa luisa elena cristina patricia pilar "
    "carmen dolores mercedes ana rosa laura marta beatriz eugenia victoria alicia esther belen ines julia margarita fernanda gabriela "
    "alejandra andrea paula sofia valentina camila lucia guadalupe esteban felipe gustavo guillermo sergio oscar hugo ivan mario raul "
    "ruben victor julio cesar augusto alfonso alfredo arturo emilio ernesto eugenio federico gabriel gonzalo joaquin leonardo lorenzo "
    "marcelo martin mateo nicolas salvador santiago sebastian tomas josep joan jordi xavier montserrat nuria immaculada monica silvia "
    "claudia adriana carolina diana veronica viviana liliana marcela soledad consuelo rocio susana sandra natalia lorena jaime diego "
    "alonso agustin benjamin cristian christian edgar fabian fidel german gerardo hector humberto jairo leonel mauricio omar rodrigo "
    "rodolfo ruth eva irene ester raquel sara silvana yolanda virginia angeles amparo".split()
)
"""Given names, folded, that stand second in Spanish and Catalan names ("María José García"): what is not one of them there is the first of two
family names ("Juan Pérez Martín")."""

DEGREES = frozenset(
    "md m.d. phd ph.d. ph.d dphil d.phil. msc m.sc. bsc b.sc. mph mba ma m.a. ms m.s. ba b.a. bs mbbs mbchb mrcp frcp frcs "
    "facs facp facc dvm rn np pa-c pharmd psyd scd edd jd llm llb dds dmd do drph dr dr. prof prof. mphil dsc habil habil. "
    "dipl.-ing. ing. esq esq. frcpc frcsc fesc faha bsn msn dnp aprn ccc-slp rd ldn cphq mhs mha faan fca mpp msph bds mds mch "
    "frca fmedsci frs csc cand.med.".split()
)
PLAIN_DEGREES = frozenset("PhD Ph.D. Ph.D DPhil MSc M.Sc. BSc B.Sc. MPH PharmD MBBS MBChB PsyD ScD DrPH MPhil FRCP FRCS".split())
"""Degrees that cannot be initials: they count without a comma too."""

TITLES = frozenset(
    "dr dr. prof prof. professor doctor mr mr. mrs mrs. ms ms. miss sir dame herr frau hr. fr. univ.-prof. priv.-doz. "
    "dipl.-ing. med. rer. nat. phil. h.c. habil. doc. ing. mgr. ir. drs. dr.-ing. mme dott. dott.ssa by".split()
)

GROUP_WORDS = frozenset(
    "collaboration collaborative consortium consortia group groups team society investigators association associations "
    "committee subcommittee commission network initiative task taskforce study project trialists collaborators participants "
    "researchers registry partnership alliance coalition panel contributors editors groupe société societe comité comite "
    "équipe equipe réseau grupo sociedad asociación asociacion comisión comision consorcio equipo colaboración sociedade "
    "associação associacao comissão comissao consórcio colaboração gruppo società societa associazione comitato commissione "
    "consorzio grup societat associació gruppe arbeitsgruppe arbeitskreis gesellschaft verband verein ausschuss kommission "
    "redaktion werkgroep vereniging genootschap commissie onderzoeksgroep groep arbetsgrupp grupp förening sällskap "
    "arbejdsgruppe selskab selskap arbeidsgruppe työryhmä ryhmä seura yhdistys grupa towarzystwo komitet zespół komisja "
    "skupina společnost spoločnost výbor группа общество комитет коллаборация консорциум комиссия ассоциация група товариство "
    "комітет csoport társaság derneği grubu".split()
)
"""Words of a group of people, in many languages."""

INSTITUTION_WORDS = frozenset(
    "foundation institute institution university universities ministry department dept dept. organization organisation council "
    "agency academy federation board program programme force centre center bureau administration government publishers company "
    "corporation inc. ltd ltd. gmbh secretariat authority service services college hospital school laboratory laboratories "
    "museum survey division faculty clinic institut universite université ministère ministere académie academie fondation "
    "laboratoire département faculté hôpital universidad instituto ministerio academia fundación fundacion facultad "
    "departamento universidade ministério fundação faculdade università universita istituto ministero fondazione dipartimento "
    "facoltà universitat universität ministerium stiftung bundesamt fakultät klinik universitätsklinikum hochschule lehrstuhl "
    "stichting ministerie universiteit hogeschool faculteit afdeling universitet universitetet myndighet institutionen "
    "fakultet styrelsen yliopisto keskus laitos virasto tiedekunta uniwersytet instytut wydział katedra univerzita ústav "
    "fakulta институт университет академия министерство факультет кафедра інститут університет академія egyetem "
    "üniversitesi".split()
)
"""Words of an institution: an author at times, an affiliation more often."""

GROUP_ENDINGS = tuple("gruppe gesellschaft gruppen ryhmä seura werkgroep förening foreningen".split())
INSTITUTION_ENDINGS = tuple("universität institut hochschule klinikum universiteit universitet yliopisto".split())
GROUP_CJK = re.compile(
    r"(?:委員会|学会|学會|協会|研究会|グループ|コンソーシアム|大学|研究所|协作组|委员会|学院|协会|中心|研究组|课题组|編集部|编辑部|학회|위원회|연구회|대학교)"
)

EAST_ASIAN = frozenset(
    "an bai bao bi cai cao cha chai chan chang chao che chen cheng cho choi chou chu chung cui dai deng ding dong dou du duan "
    "fan fang fei feng fu gan gao ge geng gong gu guan guo ha hai han hao he heo ho hong hou hsu hu hua huang hwang im jang "
    "jeon jeong ji jia jiang jiao jin jing jo joo jung kan kang kim ko kong koo kuo kwak kwon lai lam lan lau lee lei leung li "
    "lian liang liao lim lin ling liu lo long lou lu luo lv ma mao mei meng mi miao min mo moon mu na nam nie ning niu oh ou "
    "pae pak pan pang park pei peng pi ping pu qi qian qiao qin qiu qu ran rao ren rhee ryu seo sha shan shao shen sheng shi "
    "shih shin shu sim si son song su sui sun tan tang tao teng tian tong tsai tu wan wang wei wen weng woo wu xi xia xiang "
    "xiao xie xin xing xiong xu xue yan yang yao ye yi yim yin ying yoo yoon you yu yuan yue yun zang zeng zha zhai zhan zhang "
    "zhao zheng zhong zhou zhu zhuang zou zuo".split()
)
"""Family names of few letters, which in capitals ("LI Wei") would pass for initials."""

_INITIAL_SOUND = "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
_FINAL_SOUND = "(?:[aeiouv]|ai|ei|ao|ou|ia|ie|iao|iu|ua|uo|uai|ui|ue)(?:ng|n|r)?(?![aeiou])"
PINYIN = re.compile(f"(?:{_INITIAL_SOUND}{_FINAL_SOUND}[-' ]?){{1,3}}")
"""A Chinese given name in Latin letters, of one to three syllables."""

KOREAN_ONLY = frozenset("kim lee park pak choi ryu yoo yoon seo moon kwon shin cho jeon jung oh nam heo".split())
"""Those of them that in capitals are a name, whatever stands beside them."""

VIETNAMESE = frozenset(
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Trương Lương Tạ Châu Thái Quách Tô Mai Cao "
    "Hà Đào Phùng Lâm Tống Vương Triệu".split()
)
"""Family names, as they are written in Vietnamese."""

KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
"""One-syllable family names; a Korean name of three syllables that begins with one is cut after it."""

KOREAN_DOUBLE = frozenset("남궁 황보 선우 제갈 사공 독고".split())
"""Family names of two syllables."""

STOP_WORDS = frozenset(
    "the a an of for with without on in at by from to into is are was were be been has have and or not as its their our this "
    "that these those using via between among during after before under over new how why what when where which who study "
    "analysis effect effects home search login log about contact help abstract keywords journal volume issue download cite "
    "share view full text page pages article articles publication publications published research output results introduction "
    "methods conclusion conclusions background references contents menu browse subscribe sign register privacy cookies terms "
    "copyright all rights reserved open access next previous der die das und für fur mit von im zur zum auf eine ein einer ist "
    "sind zusammenfassung startseite suche anmelden kontakt impressum le les des une un du pour dans avec sur est résumé "
    "resume accueil recherche los las una para con por sobre resumen inicio buscar os as um uma resumo het een voor met van op "
    "samenvatting och för for med ett en på sammanfattning til som og på sammendrag ja on ei tiivistelmä related topics "
    "fingerprint dive citations metrics author authors editor editors date year language title".split()
)
