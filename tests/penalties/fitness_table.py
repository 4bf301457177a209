"""档案法第四十八条 to 第五十一条 and 条例第四十六条 to 第五十一条, worked out by hand.

A line: kind of party, act, what is known | every measure given | why others are not, by article.
What is known: name+ holds, name- does not; what is not named is unknown, but for crime (no) and
in_jurisdiction (yes). Measures: F1 fine of 49¶1 (10,000–100,000), F1p (500–5,000), F2 of 49¶2
(20,000–200,000), F3 and F3p of 49¶3, W 警告, G 没收违法所得, B 征购, O 责令, T 约谈, C 工作通报,
P 处理建议, POL 公安, SUP 监察, CUS 海关, JUR 有管辖权的机关. Whatever is not given must be refused.
"""

TABLE = """
# V01 losing state archives: only users of archive-hall holdings and serving firms are fined
organ V01 state_owned+ hall_holdings-                    | O T C P                | F 第四十九条第一款
organ V01 state_owned+ hall_holdings+                    | F1 W O T C P           | POL 第二十七条
organ V01 state_owned+ hall_holdings?                    | O T C P                | F 第四十九条第一款
organ V01 state_owned- hall_holdings+                    |                        | F 第四十八条第（一）项; P 第四十八条第（一）项; O 第四十八条第（一）项
organ V01 state_owned? hall_holdings+                    |                        | F 第四十八条第（一）项; P 第四十八条第（一）项
organ V01 state_owned+ hall_holdings+ crime=crime        | O T C P POL            | F 第八条第二款
organ V01 state_owned+ hall_holdings+ crime=unknown      | O T C P                | F 第二十七条; POL 第二十七条
organ V01 state_owned+ hall_holdings+ crime=duty         | F1 W O T C P SUP       | POL 第二十七条
organ V01 state_owned+ hall_holdings+ in_jurisdiction-   | JUR                    | F 第二十二条; P 第二十二条; O 第二十二条
organ V01 state_owned+ hall_holdings+ in_jurisdiction?   | O T C P                | F 第二十二条; JUR 第二十二条
mass_organization V01 state_owned+ hall_holdings-        | O T C P                | F 第四十九条第一款
institution V01 state_owned+ hall_holdings+              | F1 W O T C P           | SUP 第五十一条
state_enterprise V01 state_owned+ hall_holdings-         | O T C P                | F 第四条
township V01 state_owned+ hall_holdings+                 | F1 W O T C P           | CUS 第五十条
archives V01 state_owned+ hall_holdings-                 | O T C P                | F 第四十九条第一款
village V01 state_owned- hall_holdings-                  |                        | P 第四十八条第（一）项
private_enterprise V01 state_owned- hall_holdings-       |                        | F 第四十八条第（一）项; O 第四十八条第（一）项; T 第四十八条第（一）项; C 第四十八条第（一）项; P 第四十八条第（一）项
private_enterprise V01 state_owned+ hall_holdings+       | F1 W O T P             | C 第九条第（一）项
private_enterprise V01 state_owned+ hall_holdings-       | O T P                  | F 第四十九条第一款
private_enterprise V01 state_owned? hall_holdings?       |                        | F 第四十八条第（一）项
social_organization V01 state_owned- hall_holdings-      |                        | F 第四十八条第（一）项
person V01 state_owned+ hall_holdings+                   | F1p W O P              | T 第八条; C 第九条第（一）项
person V01 state_owned+ hall_holdings-                   | O P                    | F 第四十九条第一款
person V01 state_owned- hall_holdings-                   |                        | F 第四十八条第（一）项
service_enterprise V01 state_owned+ in_service+ hall_holdings-  | F2 W O T P      | C 第四条
service_enterprise V01 state_owned+ in_service+ hall_holdings+  | F2 W O T P      |
service_enterprise V01 state_owned+ in_service+ hall_holdings?  | F2 W O T P      |
service_enterprise V01 state_owned+ in_service- hall_holdings+  | F1 W O T P      |
service_enterprise V01 state_owned+ in_service- hall_holdings-  | O T P           | F 第四十九条第二款
service_enterprise V01 state_owned+ in_service? hall_holdings+  | O T P           | F 第四十九条第二款
service_enterprise V01 state_owned- in_service+ hall_holdings-  |                 | F 第四十八条第（一）项
service_enterprise V01 state_owned? in_service+ hall_holdings-  |                 | F 第四十八条第（一）项
# V02 giving, copying, publishing without leave: as V01
organ V02 state_owned+ hall_holdings-                    | O T C P                | F 第四十九条第一款
organ V02 state_owned+ hall_holdings+                    | F1 W O T C P           | G 第四十九条第一款
organ V02 state_owned- hall_holdings+                    |                        | F 第四十八条第（二）项
person V02 state_owned+ hall_holdings+                   | F1p W O P              | B 第四十九条第三款
person V02 state_owned? hall_holdings+                   |                        | F 第四十八条第（二）项
service_enterprise V02 state_owned+ in_service+          | F2 W O T P             | G 第四十九条第二款
# V03 selling state archives: whoever it is; 情节严重 is a crime, so it must be known
organ V03 state_owned+ serious-                          | F3 W G B O T C P       | POL 第三百二十九条
organ V03 state_owned+ serious?                          | O T C P                | F 第八条第二款; POL 第三百二十九条
organ V03 state_owned+ serious+                          | O T C P POL            | F 第八条第二款
organ V03 state_owned- serious-                          |                        | F 第四十八条第（三）项
organ V03 state_owned? serious-                          |                        | F 第四十八条第（三）项
service_enterprise V03 state_owned+ serious- in_service+ | F3 W G B O T P         |
service_enterprise V03 state_owned+ serious- in_service- | F3 W G B O T P         |
private_enterprise V03 state_owned+ serious-             | F3 W G B O T P         | C 第九条第（一）项
private_enterprise V03 state_owned- serious+             |                        | F 第四十八条第（三）项; POL 第三百二十九条
person V03 state_owned+ serious-                         | F3p W G B O P          | T 第八条
person V03 state_owned+ serious+                         | O P POL                | F 第二十七条第一款
person V03 state_owned+ serious- crime=crime             | O P POL                | F 第八条第二款
# V04 altering, damaging, forging, destroying: of any archives; fined as V01
organ V04 hall_holdings-                                 | O T C P                | F 第四十九条第一款
organ V04 hall_holdings+                                 | F1 W O T C P           |
organ V04 hall_holdings? loss+                           | O T C P                | F 第四十九条第一款
private_enterprise V04 hall_holdings-                    | O T P                  | F 第四十九条第一款; C 第九条第（一）项
person V04 hall_holdings+                                | F1p W O P              |
service_enterprise V04 in_service+ hall_holdings-        | F2 W O T P             |
service_enterprise V04 in_service? hall_holdings?        | O T P                  | F 第四十九条第二款
# V05 to foreigners
person V05 foreign+ state_owned+ serious-                | F3p W G B O P          | POL 第三百二十九条
person V05 foreign+ state_owned- serious+                | F3p W G B O P          |
person V05 foreign- state_owned+ serious-                |                        | F 第四十八条第（五）项
organ V05 foreign+ state_owned+ serious+                 | O T C P POL            | F 第八条第二款
private_enterprise V05 foreign+ state_owned-             | F3 W G B O T P         |
private_enterprise V05 foreign?                          |                        | F 第四十八条第（五）项
# V06 not filing, not handing over: no fine at all; persons only after an order was refused
organ V06 order=none                                     | O T C                  | F 第四十九条; P 第四十八条第（六）项
organ V06 order=correction order_ignored-                | O T C                  | P 第四十八条第（六）项
organ V06 order=correction order_ignored?                | O T C                  | P 第四十八条第（六）项
organ V06 order=correction order_ignored+                | O T C P                | F 第四条
organ V06 order=hazard order_ignored+                    | O T C                  | P 第四十八条第（六）项
organ V06 order=unknown order_ignored+                   | O T C                  | P 第四十八条第（六）项
private_enterprise V06 order=correction order_ignored+   | O T P                  | F 第十六条
# V07 not opening
archives V07 state_hall+                                 | O T C P                | F 第四十九条
organ V07 state_hall-                                    | O T C P                | F 第四十九条
# V08 hazards: the order comes at once; persons after an art. 45 order, or knowing neglect with loss
organ V08 order=none knowing- loss-                      | O T C                  | F 第四十九条; P 第四十五条
organ V08 order=none knowing+ loss-                      | O T C                  | P 第四十八条第（八）项
organ V08 order=none knowing- loss+                      | O T C                  | P 第四十五条
organ V08 order=none knowing+ loss+                      | O T C P                | F 第四十九条
organ V08 order=none knowing? loss+                      | O T C                  | P 第四十八条第（八）项
organ V08 order=correction order_ignored+ knowing- loss- | O T C                  | P 第四十五条
organ V08 order=hazard order_ignored- knowing- loss-     | O T C                  | P 第四十五条
organ V08 order=hazard order_ignored+ knowing- loss-     | O T C P                | F 第四十九条
organ V08 order=hazard order_ignored?                    | O T C                  | P 第四十五条
institution V08 order=hazard order_ignored+              | O T C P                | F 第十六条
private_enterprise V08 order=none knowing- loss-         | O T                    | F 第四十九条; C 第九条第（一）项
# V09 accidents, V10 neglect
organ V09                                                | O T C P                | F 第四十九条
archives V09 crime=duty                                  | O T C P SUP            | F 第四十九条
archives V10 loss+                                       | T C P SUP              | F 第四十九条; O 第四十五条
archives V10 loss-                                       |                        | P 第四十八条第（十）项; SUP 第四十八条第（十）项
archives V10 loss?                                       |                        | P 第四十八条第（十）项; SUP 第四十八条第（十）项
person V10 loss+                                         | P SUP                  | T 第八条
private_enterprise V10 loss+                             | T P                    | SUP 第五十一条
# V11 across the border: the customs' business
organ V11                                                | CUS                    | F 第五十条; O 第五十条; P 第五十条
person V11 crime=crime                                   | CUS POL                | F 第五十条
# V12–V14: 处分 only if 情节严重, or after the order was refused
archives V12 state_hall+ serious-                        | O T C                  | F 第四十九条; P 第四十八条
archives V12 state_hall+ serious+                        | O T C P                | F 第四十九条
archives V12 state_hall+ serious?                        | O T C                  | P 条例》第四十八条
archives V12 state_hall- serious+                        |                        | O 条例》第四十八条; P 条例》第四十八条
organ V12 state_hall+ serious+                           |                        | P 条例》第四十八条
organ V13 order=none                                     | O T C                  | F 第四十九条; P 条例》第四十九条
organ V13 order=correction order_ignored-                | O T C                  | P 条例》第四十九条
organ V13 order=correction order_ignored+                | O T C P                | F 第四十九条
person V13 order=correction order_ignored+               | O P                    | F 第四十九条; T 第八条
organ V14 state_hall+ serious-                           | O T C                  | F 第四十九条; P 条例》第五十条
organ V14 state_hall+ serious+                           | O T C P                | F 第四十九条
organ V14 state_hall+ serious+ crime=crime               | O T C P POL            | F 第四十九条
organ V14 state_hall- serious+                           |                        | O 条例》第五十条
# V15 the firm that knows of a hazard: interview and order, nothing else
service_enterprise V15 in_service+ knowing+              | O T                    | F 第四十九条; P 条例》第五十一条; C 第九条第（一）项
service_enterprise V15 in_service+ knowing-              |                        | T 条例》第五十一条; O 条例》第五十一条
service_enterprise V15 in_service+ knowing?              |                        | O 条例》第五十一条
service_enterprise V15 in_service- knowing+              |                        | O 条例》第五十一条
private_enterprise V15 in_service+ knowing+              |                        | O 条例》第五十一条
"""
