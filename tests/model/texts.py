"""Texts for property tests: any text at all, and soups of the pieces that pages are made of."""

from hypothesis import strategies as st

_PIECES = (
    ", ; . and y e & - – ( ) [ ] * † 1 2 a b A B. van de Di Jr. III MD PhD Smith Müller O'Brien 宮野 隆 김철수 Л.В. Иванов Group "
    "Collaboration Email author et al. 2010 May 12 2020-01-02 10.1016/j.x ISSN 1234-5679 ISBN 978-3-16-148410-0 "
    "0000-0002-1825-0097 … / | · \n c. ca ~ ? arXiv: 2101.00001 PMID: 123 Vol. No. pp. Winter 年 月 in press"
).split(" ")

SOUP = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
)
