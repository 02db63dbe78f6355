from litcli.intake.formats import every

from .conftest import Runner


def test_formats_are_listed_with_what_each_cannot_carry(run: Runner) -> None:
    listed = {line["format"]: line for line in run("formats", "--json").json}
    assert list(listed) == list(every().by_name)
    assert (listed["ris"]["suffixes"], listed["ris"]["reads"], listed["ris"]["writes"]) == ([".ris"], True, True)
    assert listed["ris"]["loses"] == []
    assert "abstract" in listed["markdown"]["loses"]
    assert (listed["wos"]["reads"], listed["wos"]["writes"], listed["wos"]["loses"]) == (True, False, [])
    assert (listed["bibtex"]["updates"], listed["ris"]["updates"]) == (True, False)
    assert listed["jsonl"]["loses"] == []
    assert [line.split()[0] for line in run("formats").lines] == list(listed)
