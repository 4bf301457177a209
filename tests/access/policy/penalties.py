"""线索、案件."""

# 裁量权基准: staff read along; the reviewer drafts, the head publishes (第三十四条); the sample is
# everybody's to read and to copy.
BENCHMARKS = """
READ penalties:benchmark-list      .                 L 33 33 y 3y yyyyyyy3 3  own:benchmark
READ penalties:benchmark-detail    benchmark_draft   L 33 33 4 34 yyyyyyy3 3  A:benchmark
READ penalties:benchmark-detail    benchmark_ours    L 33 33 4 34 yyyyyyy3 3  A:benchmark
READ penalties:benchmark-detail    benchmark_sample  L 33 33 y 3y yyyyyyy3 3  .
READ penalties:benchmark-export    benchmark_draft   L 33 33 4 34 yyyyyyy3 3  .
READ penalties:benchmark-export    benchmark_sample  L 33 33 y 3y yyyyyyy3 3  .
READ penalties:benchmark-trial     benchmark_draft   L 33 33 4 34 33y33y33 3  A:benchmark
READ penalties:benchmark-trial     benchmark_ours    L 33 33 4 34 33433433 3  .
READ penalties:benchmark-trial-export benchmark_draft  L 33 33 4 34 33y33y33 3  .
ACT  penalties:benchmark-copy      benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-copy      benchmark_sample  L 33 33 y 3y 33333y33 3  .
ACT  penalties:benchmark-head      benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-head      benchmark_sample  L 33 33 4 34 33333433 3  .
ACT  penalties:benchmark-rules     benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-range benchmark_draft&key=ORG_1_10  L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-range benchmark_draft&key=NONE  L 33 33 4 34 33333433 3  .
ACT  penalties:benchmark-tier benchmark_draft&key=T5  L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-entry benchmark_draft&part=factors&place=1  L 33 33 4 34 33333y33 3  .
ACT  penalties:benchmark-entry benchmark_draft&part=none&place=1  L 33 33 4 34 33333433 3  .
ACT  penalties:benchmark-entry-remove benchmark_draft&part=rows&place=1  L 33 33 4 34 33333y33 3  .
ACT  penalties:benchmark-import    benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-preview   benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
ACT  penalties:benchmark-publish   benchmark_draft   L 33 33 4 34 33y33333 3  A:benchmark
ACT  penalties:benchmark-end       benchmark_ours    L 33 33 4 34 33y33333 3  A:benchmark
ACT  penalties:benchmark-withdraw  benchmark_ours    L 33 33 4 34 33y33333 3  A:benchmark
ACT  penalties:benchmark-discard   benchmark_draft   L 33 33 4 34 33333y33 3  A:benchmark
"""

# 线索、案件: staff of the bureau read along; two officers investigate and propose; the head files,
# decides or ends; the reviewer is another (第五十八条), the chair of a hearing yet another
# (第六十四条); the archive hall has no part in it; the party has its own pages once it is notified.
CASES = """
READ  penalties:case-list                   .                 L 33 33 y 3y yyyyyyy3 3  own:firm
READ  penalties:case-list                   ?state=investigating  L 33 33 y 3y yyyyyyy3 3  own:firm
READ  penalties:lead-list                   .                 L 33 33 y 3y yyyyyyy3 3  own:name
ACT   penalties:lead-register               .                 L 33 33 y 3y yy333333 3  own:name
READ  penalties:lead-detail                 lead              L 33 33 4 34 yyyyyyy3 3  A:tip
ACT   penalties:lead-determine              lead              L 33 33 4 34 y3333333 3  A:name
ACT   penalties:case-propose                lead              L 33 33 4 34 y3333333 3  A:name
ACT   penalties:lead-settle                 lead              L 33 33 4 34 y3333333 3  A:name
READ  penalties:lead-detail                 lead_settling     L 33 33 4 34 yyyyyyy3 3  A:settling
ACT   penalties:lead-settle-approve         lead_settling     L 33 33 4 34 33y33333 3  A:settling
ACT   penalties:lead-settle-return          lead_settling     L 33 33 4 34 33y33333 3  A:settling
READ  penalties:case-detail                 case_pending      L 33 33 4 34 yyyyyyy3 3  A:case
READ  penalties:case-detail                 case_notified     L 33 33 4 34 yyyyyyy3 3  A:plea
READ  penalties:case-detail                 case_in_review    L 33 33 4 34 yyyyyyy3 3  A:firm
READ  penalties:case-detail                 case_decided      L 33 33 4 34 yyyyyyy3 3  A:openfirm
READ  penalties:case-detail                 case_reviewed     L 33 33 4 34 yyyyyyy3 3  A:voice
READ  documents:document-detail             paper_questioning L 44 33 4 44 yyyyyyy3 3  A:idnumber
READ  penalties:case-evidence               case_open         L 33 33 4 34 yyyyyyy3 3  A:proof
READ  penalties:case-discretion             case_weighing     L 33 33 4 34 yyyyyyy3 3  A:weight
READ  penalties:case-documents              case_decided      L 33 33 4 34 yyyyyyy3 3  A:openfirm
READ  penalties:case-deadlines              case_decided      L 33 33 4 34 yyyyyyy3 3  A:openfirm
READ  penalties:case-trail                  case_decided      L 33 33 4 34 yyyyyyy3 3  A:openfirm
READ  files:download                        file_proof        L 44 33 4 34 yyyyyyy4 3  A:prooffile
ACT   penalties:case-approve                case_pending      L 33 33 4 34 33y33333 3  A:firm
ACT   penalties:case-reject                 case_pending      L 33 33 4 34 33y33333 3  A:firm
ACT   penalties:case-return                 case_pending      L 33 33 4 34 33y33333 3  A:firm
READ  penalties:case-detail                 case_returned     L 33 33 4 34 yyyyyyy3 3  A:case
ACT   penalties:case-propose-again          case_returned     L 33 33 4 34 y3333333 3  A:case
READ  penalties:case-detail                 case_on_the_spot  L 33 33 4 34 yyyyyyy3 3  A:spot
READ  penalties:case-trail                  case_spot_decided L 33 33 4 34 yyyyyyy3 3  A:firm
READ  penalties:case-documents              case_spot_decided L 33 33 4 34 yyyyyyy3 3  A:firm
READ  penalties:case-discretion             case_spot_decided L 33 33 4 34 yyyyyyy3 3  A:firm
ACT   penalties:spot-begin                  case_pending      L 33 33 4 34 y3333333 3  A:case
ACT   penalties:spot-leave                  case_on_the_spot  L 33 33 4 34 y3333333 3  A:spot
ACT   penalties:spot-decision               case_on_the_spot  L 33 33 4 34 y3333333 3  A:spot
ACT   penalties:spot-report                 case_spot_decided L 33 33 4 34 y3333333 3  A:spot
ACT   penalties:evidence-add                case_open         L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:evidence-exclude            evidence          L 33 33 4 34 y3333333 3  A:proof
ACT   penalties:case-establish              case_open         L 33 33 4 34 y3333333 3  A:proof
ACT   penalties:accountability-record       case_open         L 33 33 4 34 y3333333 3  A:proof
ACT   penalties:earlier-fine-add            case_open         L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-end-investigation      case_open         L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-reopen                 case_weighing     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:circumstance-add            case_weighing     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:circumstance-remove         circumstance      L 33 33 4 34 y3333333 3  A:weight
ACT   penalties:repetition-adopt            case_weighing     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-depart                 case_weighing     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:departure-approve           case_proposed     L 33 33 4 34 33y33333 3  A:firm
ACT   penalties:discretion-sheet            case_proposed     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-fine                   case_weighing     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-adjust                 case_notified     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:notice-draft                case_proposed     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:statement-enter             case_notified     L 33 33 4 34 3y333333 3  A:firm
ACT   penalties:statement-answer            statement         L 33 33 4 34 y3333333 3  A:plea
ACT   penalties:hearing-arrange             hearing_request   L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:hearing-hold                hearing           L 33 33 4 34 333333y3 3  A:firm
ACT   penalties:case-submit-review          case_heard        L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:case-review                 case_in_review    L 33 33 4 34 33333y33 3  A:firm
ACT   penalties:discussion-add              case_reviewed     L 33 33 4 34 33y33333 3  A:firm
ACT   penalties:waiver-discussion           case_weighing     L 33 33 4 34 33y33333 3  A:firm
ACT   penalties:decision-draft              case_reviewed     L 33 33 4 34 y3333333 3  A:firm
ACT   penalties:payment-add                 case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:refund-add                  case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:surcharge-draft             case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:challenge-add               case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:challenge-end               case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:review-opinion              case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:correction-report           case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:court-step                  case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:payment-request             case_decided      L 33 33 4 34 3y333333 3  A:openfirm
ACT   penalties:recusal-add                 case_open         L 33 33 4 34 yy33yyy3 3  A:firm
ACT   penalties:recusal-decide              recusal           L 33 33 4 34 33y33333 3  A:firm
READ  penalties:past-measure-list           .                 L 33 33 y 3y yyyyyyy3 3  own:firm
ACT   penalties:past-measure-enter          .                 L 33 33 y 3y 3y333333 3  own:firm
ACT   penalties:case-propose-closing        case_decided      L 33 33 4 34 y3333333 3  A:openfirm
ACT   penalties:case-return-closing         case_decided      L 33 33 4 34 33y33333 3  A:openfirm
ACT   penalties:case-close                  case_decided      L 33 33 4 34 33y33333 3  A:openfirm
ACT   penalties:case-end                    case_reviewed     L 33 33 4 34 33y33333 3  A:firm
READ  penalties:portal-case                 case_notified     L y4 33 3 33 33333333 3  A:plea
READ  penalties:portal-case                 case_reopened     L y4 33 3 33 33333333 3  A:plea
READ  penalties:portal-case                 case_spot_decided L y4 33 3 33 33333333 3  A:firm
READ  penalties:portal-case                 case_open         L 44 33 3 33 33333333 3  .
ACT   penalties:portal-statement            case_notified     L y4 33 3 33 33333333 3  A:firm
ACT   penalties:portal-statement            case_reopened     L y4 33 3 33 33333333 3  A:firm
ACT   penalties:portal-statement            case_open         L 44 33 3 33 33333333 3  .
ACT   penalties:portal-hearing              case_notified     L y4 33 3 33 33333333 3  A:firm
ACT   penalties:portal-waiver               case_notified     L y4 33 3 33 33333333 3  A:firm
ACT   penalties:portal-recusal              case_notified     L y4 33 3 33 33333333 3  A:firm
ACT   penalties:portal-recusal              case_open         L 44 33 3 33 33333333 3  .
ACT   penalties:portal-payment              case_decided      L y4 33 3 33 33333333 3  A:openfirm
"""
