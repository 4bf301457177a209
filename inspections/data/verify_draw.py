"""核对随机抽取：python3 verify_draw.py 抽取记录.json [抽取前抄下的摘要]"""
import hashlib, json, sys

def sha256(text): return hashlib.sha256(text.encode()).hexdigest()
def digest(value): return sha256(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
def check(what, stated, found): faults.extend([] if stated == found else [f"{what}不一致：记录为 {stated}，算得 {found}"])

def below(limit):  # 取下一个随机数；会使小号占便宜的数跳过不用
    while True:
        number, state["next"] = int(sha256(f"{record['seed']}:{state['next']}"), 16), state["next"] + 1
        if number < 2**256 - 2**256 % limit:
            return number % limit

def pick(size, wanted):  # 费雪—耶茨洗牌的前几位
    entries = list(range(1, size + 1))
    for start in range(wanted):
        place = start + below(size - start)
        entries[start], entries[place] = entries[place], entries[start]
    return entries[:wanted]

record, faults, state = json.load(open(sys.argv[1], encoding="utf-8")), [], {"next": 0}
frozen = record["frozen"]
for name in ("notice", "units", "officers", "rule"):
    check(f"“{name}”的摘要", record["parts"][name], digest(frozen[name]))
check("公示的摘要", sys.argv[2] if sys.argv[2:] else record["digest"], digest(record["parts"]))
if record["seed"]:
    check("种子", record["seed"], sha256("\n".join([record["number"], record["contribution"], record["digest"]])))
    units = pick(len(frozen["units"]), frozen["rule"]["units"])
    check("结果", record["result"], [{"unit": unit, "officers": pick(len(frozen["officers"]), frozen["rule"]["officers"])} for unit in units])
sys.exit("\n".join(faults) if faults else print("一致", record["digest"]))
