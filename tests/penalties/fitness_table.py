"""档案法第四十八条 to 第五十一条 and 条例第四十六条 to 第五十一条, worked out by hand.

A line: kind of party, act, what is known | every measure given | why others are not, by article.
What is known: fact+ holds, fact- does not; what is not named is unknown, but for crime (no) and
here (in the district: yes). Measures: F1 fine of 49¶1 (10,000–100,000), F1p (500–5,000), F2 of 49¶2
(20,000–200,000), F3 and F3p of 49¶3, W 警告, G 没收违法所得, B 征购, O 责令, T 约谈, C 工作通报,
P 处理建议, POL 公安, SUP 监察, CUS 海关, JUR 有管辖权的机关. Whatever is not given must be refused.
Articles: 49.1 is 档案法第四十九条第一款, 48(1) 第四十八条第（一）项; 条 stands for the 实施条例,
罚 for 行政处罚法, 刑 for 刑法.
"""

TABLE = """
# V01 losing state archives: only users of archive-hall holdings and serving firms are fined
organ V01 owned+ hall-                             | O T C P          | F 49.1
organ V01 owned+ hall+                             | F1 W O T C P     | POL 罚27
organ V01 owned+ hall?                             | O T C P          | F 49.1
organ V01 owned- hall+                             |                  | F 48(1); P 48(1); O 48(1)
organ V01 owned? hall+                             |                  | F 48(1); P 48(1)
organ V01 owned+ hall+ crime=crime                 | O T C P POL      | F 罚8.2
organ V01 owned+ hall+ crime=unknown               | O T C P          | F 罚27; POL 罚27
organ V01 owned+ hall+ crime=duty                  | F1 W O T C P SUP | POL 罚27
organ V01 owned+ hall+ here-                       | JUR              | F 罚22; P 罚22; O 罚22
organ V01 owned+ hall+ here?                       | O T C P          | F 罚22; JUR 罚22
mass V01 owned+ hall-                              | O T C P          | F 49.1
institution V01 owned+ hall+                       | F1 W O T C P     | SUP 51
company V01 owned+ hall-                           | O T C P          | F 罚4
township V01 owned+ hall+                          | F1 W O T C P     | CUS 50
archives V01 owned+ hall-                          | O T C P          | F 49.1
village V01 owned- hall-                           |                  | P 48(1)
private V01 owned- hall-                           |                  | F 48(1); O 48(1); P 48(1)
private V01 owned+ hall+                           | F1 W O T P       | C 罚9(1)
private V01 owned+ hall-                           | O T P            | F 49.1
private V01 owned? hall?                           |                  | F 48(1)
social V01 owned- hall-                            |                  | F 48(1)
person V01 owned+ hall+                            | F1p W O P        | T 8; C 罚9(1)
person V01 owned+ hall-                            | O P              | F 49.1
person V01 owned- hall-                            |                  | F 48(1)
firm V01 owned+ serving+ hall-                     | F2 W O T P       | C 罚4
firm V01 owned+ serving+ hall+                     | F2 W O T P       |
firm V01 owned+ serving+ hall?                     | F2 W O T P       |
firm V01 owned+ serving- hall+                     | F1 W O T P       |
firm V01 owned+ serving- hall-                     | O T P            | F 49.2
firm V01 owned+ serving? hall+                     | O T P            | F 49.2
firm V01 owned- serving+ hall-                     |                  | F 48(1)
firm V01 owned? serving+ hall-                     |                  | F 48(1)
# V02 giving, copying, publishing without leave: as V01
organ V02 owned+ hall-                             | O T C P          | F 49.1
organ V02 owned+ hall+                             | F1 W O T C P     | G 49.1
organ V02 owned- hall+                             |                  | F 48(2)
person V02 owned+ hall+                            | F1p W O P        | B 49.3
person V02 owned? hall+                            |                  | F 48(2)
firm V02 owned+ serving+                           | F2 W O T P       | G 49.2
# V03 selling state archives: whoever it is; 情节严重 is a crime, so it must be known
organ V03 owned+ serious-                          | F3 W G B O T C P | POL 刑329
organ V03 owned+ serious?                          | O T C P          | F 罚8.2; POL 刑329
organ V03 owned+ serious+                          | O T C P POL      | F 罚8.2
organ V03 owned- serious-                          |                  | F 48(3)
organ V03 owned? serious-                          |                  | F 48(3)
firm V03 owned+ serious- serving+                  | F3 W G B O T P   |
firm V03 owned+ serious- serving-                  | F3 W G B O T P   |
private V03 owned+ serious-                        | F3 W G B O T P   | C 罚9(1)
private V03 owned- serious+                        |                  | F 48(3); POL 刑329
person V03 owned+ serious-                         | F3p W G B O P    | T 8
person V03 owned+ serious+                         | O P POL          | F 罚27.1
person V03 owned+ serious- crime=crime             | O P POL          | F 罚8.2
# V04 altering, damaging, forging, destroying: of any archives; fined as V01
organ V04 hall-                                    | O T C P          | F 49.1
organ V04 hall+                                    | F1 W O T C P     |
organ V04 hall? loss+                              | O T C P          | F 49.1
private V04 hall-                                  | O T P            | F 49.1; C 罚9(1)
person V04 hall+                                   | F1p W O P        |
firm V04 serving+ hall-                            | F2 W O T P       |
firm V04 serving? hall?                            | O T P            | F 49.2
# V05 to foreigners
person V05 foreign+ owned+ serious-                | F3p W G B O P    | POL 刑329
person V05 foreign+ owned- serious+                | F3p W G B O P    |
person V05 foreign- owned+ serious-                |                  | F 48(5)
organ V05 foreign+ owned+ serious+                 | O T C P POL      | F 罚8.2
private V05 foreign+ owned-                        | F3 W G B O T P   |
private V05 foreign?                               |                  | F 48(5)
# V06 not filing, not handing over: no fine at all; persons only after an order was refused
organ V06 order=none                               | O T C            | F 49; P 48(6)
organ V06 order=correction ignored-                | O T C            | P 48(6)
organ V06 order=correction ignored?                | O T C            | P 48(6)
organ V06 order=correction ignored+                | O T C P          | F 罚4
organ V06 order=hazard ignored+                    | O T C            | P 48(6)
organ V06 order=unknown ignored+                   | O T C            | P 48(6)
private V06 order=correction ignored+              | O T P            | F 罚16
# V07 not opening
archives V07 state+                                | O T C P          | F 49
organ V07 state-                                   | O T C P          | F 49
# V08 hazards: the order comes at once; persons after an art. 45 order, or knowing neglect with loss
organ V08 order=none knowing- loss-                | O T C            | F 49; P 45
organ V08 order=none knowing+ loss-                | O T C            | P 48(8)
organ V08 order=none knowing- loss+                | O T C            | P 45
organ V08 order=none knowing+ loss+                | O T C P          | F 49
organ V08 order=none knowing? loss+                | O T C            | P 48(8)
organ V08 order=correction ignored+ knowing- loss- | O T C            | P 45
organ V08 order=hazard ignored- knowing- loss-     | O T C            | P 45
organ V08 order=hazard ignored+ knowing- loss-     | O T C P          | F 49
organ V08 order=hazard ignored?                    | O T C            | P 45
institution V08 order=hazard ignored+              | O T C P          | F 罚16
private V08 order=none knowing- loss-              | O T              | F 49; C 罚9(1)
# V09 accidents, V10 neglect
organ V09                                          | O T C P          | F 49
archives V09 crime=duty                            | O T C P SUP      | F 49
archives V10 loss+                                 | T C P SUP        | F 49; O 45
archives V10 loss-                                 |                  | P 48(10); SUP 48(10)
archives V10 loss?                                 |                  | P 48(10); SUP 48(10)
person V10 loss+                                   | P SUP            | T 8
private V10 loss+                                  | T P              | SUP 51
# V11 across the border: the customs' business
organ V11                                          | CUS              | F 50; O 50; P 50
person V11 crime=crime                             | CUS POL          | F 50
# V12–V14: 处分 only if 情节严重, or after the order was refused
archives V12 state+ serious-                       | O T C            | F 49; P 48
archives V12 state+ serious+                       | O T C P          | F 49
archives V12 state+ serious?                       | O T C            | P 条48
archives V12 state- serious+                       |                  | O 条48; P 条48
organ V12 state+ serious+                          |                  | P 条48
organ V13 order=none                               | O T C            | F 49; P 条49
organ V13 order=correction ignored-                | O T C            | P 条49
organ V13 order=correction ignored+                | O T C P          | F 49
person V13 order=correction ignored+               | O P              | F 49; T 8
organ V14 state+ serious-                          | O T C            | F 49; P 条50
organ V14 state+ serious+                          | O T C P          | F 49
organ V14 state+ serious+ crime=crime              | O T C P POL      | F 49
organ V14 state- serious+                          |                  | O 条50
# V15 the firm that knows of a hazard: interview and order, nothing else
firm V15 serving+ knowing+                         | O T              | F 49; P 条51; C 罚9(1)
firm V15 serving+ knowing-                         |                  | T 条51; O 条51
firm V15 serving+ knowing?                         |                  | O 条51
firm V15 serving- knowing+                         |                  | O 条51
private V15 serving+ knowing+                      |                  | O 条51
"""
