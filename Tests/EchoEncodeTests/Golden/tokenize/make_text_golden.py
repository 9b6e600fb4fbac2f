"""Writes repaired_texts.jsonl and unicode_tokens.jsonl: what open_clip 3.3.0's tokenizer makes of difficult texts.

Needs: pip install ftfy==6.3.1 regex numpy; argument 1: the unpacked open_clip_torch 3.3.0 wheel.
repaired_texts: {"text", "clean"}, the text before it is split. unicode_tokens: {"text", "ids"}, not truncated.
torch is only named in the tokenizer's annotations, so an empty stand-in will do.
"""
import json
import random
import sys
import types

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252
import regex

torch = types.ModuleType("torch")
torch.LongTensor = torch.Tensor = object
sys.modules["torch"] = torch
source = open(sys.argv[1] + "/open_clip/tokenizer.py", encoding="utf-8").read()
module = types.ModuleType("tokenizer")
module.__file__ = sys.argv[1] + "/open_clip/tokenizer.py"
exec(compile(source, module.__file__, "exec"), module.__dict__)
tokenizer = module.SimpleTokenizer()
random.seed(20261123)

SENTENCES = """The patient’s left ventricle is “mildly” dilated – 5.6 cm.
LVEF 55–60 %, GLS −18 %, E/e′ ≤ 8
Aortic valve area 0.8 cm², mean gradient ≥ 40 mmHg
LA volume index 34 ± 3 ml/m²
Temperature 37 °C, angle 60°
• Trace mitral regurgitation • No effusion…
Dr. Müller’s naïve reading at Hôpital Sacré-Cœur, São Paulo
Señor Núñez, Ångström, Zoë, façade, über, crème brûlée
Wall thickness 12 µm × 3, α-blocker, β = 0.5, Δ 3 %
Impella® device, MitraClip™ NT, © 2024
It’s 1½ times as large — we’ll see “later”
ﬁbrillation, eﬀusion, aﬄuent
œdème, ¿cómo está?, «bien»
75 € or £ 60, § 12, ¶ 3
心臓 hypertrophy, сердце, καρδιά""".split("\n")
texts = list(SENTENCES)
for sentence in SENTENCES:
    for codec in ["sloppy-windows-1252", "latin-1"]:
        once = sentence.encode().decode(codec)
        texts += [once, once.upper(), "Naïve – fine. " + once, once.replace("\xa0", " ")]
        try:
            texts.append(once.encode().decode(codec))
        except UnicodeError:
            pass
        words = sentence.split(" ")
        for _ in range(4):
            texts.append(" ".join(w.encode().decode(codec) if random.random() < 0.5 else w for w in words))
texts += ["normal.Â\xa0 Next", "normal.Â  Next", "sizeÂ  normal", "â€œquotedâ€\x9d", "â€œquotedâ€\ufffd", "itâ€™s", "ItÃ¢â‚¬â„¢s",
          "CAFÉ”", "«été» – Noël", "NÃO", "São", "Â", "Ã", "â", "ÂÂ", "I’m", "\x92quoted\x93", "a\x85b", "100\x96200",
          "ï»¿BOM", "\ufeffBOM", "bullet ï‚· text", "É», É®", "Ä°", "ä¸", "ðŸ’“ heart", "ðŸ«€", "1â„2", "Ðœ", "Ã\xa0 la carte"]
names = """amp lt gt quot apos nbsp deg plusmn micro frac12 sup2 sup3 ge le ne times divide hellip ndash mdash lsquo rsquo ldquo
rdquo bull middot reg copy trade euro pound sect eacute Eacute EACUTE uuml UUML szlig SZLIG ntilde alpha beta Delta mu infin
asymp minus prime rarr larr AMP LT GT QUOT COPY REG comma period colon lpar percnt half leq geq check Tab NewLine
notaname foo not notin sigma SIGMA Sigma lang rang fflig""".split()
for name in names:
    texts += [f"a &{name}; b", f"a &{name} b", f"a&{name}b", f"<p>a &{name}; b</p>", f"&amp;{name};", f"x &amp;amp;{name}; y"]
texts += ["&#233;", "&#xE9;", "&#Xe9", "&#233", "&#150;", "&#x92;s", "&#0;", "&#55357;&#56832;", "&#1114112;", "&#99999999999999999999;",
          "&#59;", "&#x3b;", "&#;", "&#x;", "&;", "&", "&&", "&a", "&#11;x", "&#xFFFE;x", "&#13;x", "&amp;#233;", "&lt;b&gt;&amp;amp;",
          "AT&T", "R&D; x", "a & b", "&ampere", "&copy2024", "&notit;", "&#12abc;", "&eacute\n;", "x<y\n&amp;amp;lt; z", "&lt;\n&EACUTE;<b>\n&EACUTE;"]
texts += ["\x1b[31mred\x1b[0m", "\x1b[31", "\x1b[1;31;x", "a\x00b\x07c\x0bd\x7fe", "a\u206ab\ufff9c\ufffcd", "line\r\nline\rline\u2028x\u2029y",
          "ＡＢＣ　１２３", "ﾊﾝｶｸ ｶﾞｷﾞ", "ￂￗ", "￠￡", "Ĳ ĳ ŉ Ǆ ǅ ǆ Ǉ Ǌ Ǳ", "ﬅ ﬆ", "e\u0301 A\u030a \u212b \u2126", "ΣΑΣ ΟΔΟΣ Σ Σ. ΑΣ’ ΑΣ1",
          "İstanbul ISPARTA ı", "ẞ STRASSE", "a\u00adb", "a\u200bb\u200c\u200d", "\x1c a\x1f b\x85c\u1680d\u205fe", "ʼtis ‘x’ ‛y‟ „z“"]
with open("repaired_texts.jsonl", "w", encoding="utf-8") as f:
    for text in dict.fromkeys(texts):
        f.write(json.dumps({"text": text, "clean": tokenizer.clean_fn(text)}) + "\n")

# Characters that Unicode 14 (this Python) and later ones class alike, none a surrogate; no mojibake is made of them.
blocks = [(0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x250), (0x250, 0x600), (0x600, 0x900), (0x900, 0xD00), (0x1E00, 0x2000), (0x2000, 0x2C00),
          (0x3000, 0x3200), (0x4E00, 0x5000), (0xAC00, 0xAD00), (0xF900, 0xFFF0), (0x1F300, 0x1F700), (0x1D400, 0x1D800)]
import unicodedata
with open("unicode_tokens.jsonl", "w", encoding="utf-8") as f:
    count = 0
    while count < 600:
        text = ""
        for _ in range(random.randint(1, 24)):
            low, high = random.choice(blocks)
            text += chr(random.randrange(low, high)) if random.random() < 0.7 else random.choice([" ", "'s", "'LL ", "'ſ", "\n", "1", "Σ"])
        if any(unicodedata.category(c) == "Cn" for c in text) or ftfy.badness.is_bad(ftfy.fixes.unescape_html(text)):
            continue
        f.write(json.dumps({"text": text, "ids": tokenizer.encode(text)}) + "\n")
        count += 1
