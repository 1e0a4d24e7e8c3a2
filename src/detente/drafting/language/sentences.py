"""Where do the sentences of a text begin and end, and in which language is it written?"""

import re
from dataclasses import dataclass, replace

from detente.drafting.language.entries import apart, is_entry
from detente.drafting.language.lexicon import word_list

LANGUAGES = ("en", "fr", "de", "ru")
"""The languages that can be read."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its place in the text, whether it is a line of its own without a full stop, as headlines are, or stands below
    a picture, and in which paragraph it is.
    """

    text: str
    number: int
    heading: bool
    paragraph: int = 0


_SHORT = (
    "Mr|Mrs|Ms|Dr|Gen|Maj|Lt|Lieut|Col|Adm|Sgt|Capt|Brig|Sen|Rep|St|Jr|No|Nr|U\\.S|U\\.K|Prof|Hon|Sec|Sept|Oct|Nov|Dec|Jan|Feb|Aug|"
    "M|MM|Mme|Mmes|Mgr|Messrs|Gens|gén|d|v|lfd|inst|bzw|ca|z\\.B|u\\.a|г|гг|ген|им|т\\.д|т\\.п|т\\.е|тыс|млн|млрд"
)
_ENDS = re.compile(r"(?<!\b[A-ZА-ЯЁÀ-Þ])[.!?…]+[\"»”“’)]*\s+(?=(?:«\s?|[\"„“(])?[^\W_a-zа-яёà-ÿ])")
_AFTER_SHORT = re.compile(rf"\b(?:{_SHORT})\.$")
_ORDINAL = re.compile(r"(?<![\w-])\d{1,2}[.!?…]+[\"»”“’)]*$")
_DAY_OF_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) \d{1,2}[.!?…]+[\"»”“’)]*$"
)
"""A day behind its month, as only English has it, ends a sentence: ``on May 22. The two``; ``am 22. Mai`` does not."""

_HOUR = re.compile(r"\d\s?[ap]\.\s?m\.$")
_ITS_DAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""An hour, and the day behind it: ``at 9 a.m. Thursday``."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order. An empty line, and the end of a short line, end one too."""
    found: list[Sentence] = []
    for paragraph, block in enumerate(_blocks(text)):
        plain = " ".join(block.split())
        heading = not plain.endswith((".", "!", "?", "…", "”", '"', "»", "“")) and len(plain) < 250 and not is_entry(plain)
        parts, caption = _parts(plain), _CAPTION.match(plain) is not None
        found += [Sentence(part, 0, caption or (heading and len(parts) == 1), paragraph) for part in parts]
    return tuple(replace(one, number=number) for number, one in enumerate(found))


_CAPTION = re.compile(
    r"\W?(?:(?:file|archive) )?(?:photos?|pictures?|pictured|caption|image|bild(?:unterschrift)?|fotos?|archiv(?:bild|foto)|"
    r"légende|на (?:фото|снимке)|фото)(?: d['’]archives?)?\s?:",
    re.IGNORECASE,
)
"""How what stands below a picture begins, whose day and people need not be those of the news."""

_WRAPPED = 120
_SHORT_LINE = 50


def _blocks(text: str) -> list[str]:
    """The paragraphs and headings: items of lists, and lines but for wrapped text, where a short line ends one."""
    blocks = []
    plain = apart(text.replace("\r\n", "\n").strip())
    for block in re.split(r"\n\s*\n|\s*\+\+\+\s*|\n(?=\s*[•▪●‣]\s)", plain):
        lines = [line.strip() for line in block.splitlines()]
        wrapped = max(map(len, lines), default=0) <= _WRAPPED
        run: list[str] = []
        for line in lines:
            run.append(line)
            if not wrapped or len(line) < _SHORT_LINE:
                blocks.append(" ".join(run))
                run = []
        blocks.append(" ".join(run))
    return [block for block in blocks if block.strip()]


def _parts(block: str) -> list[str]:
    parts, begun = [], 0
    for end in _ENDS.finditer(block):
        head = block[begun : end.end()].rstrip()
        if _ORDINAL.search(head) and not _DAY_OF_MONTH.search(head):
            continue
        if _AFTER_SHORT.search(head) or (_HOUR.search(head) and _ITS_DAY.match(block, end.end())):
            continue
        parts.append(head)
        begun = end.end()
    parts.append(block[begun:].strip())
    return [part for part in parts if part]


_COMMON = {language: word_list(f"common-{language}") for language in LANGUAGES if language != "ru"}


def language_of(text: str) -> str:
    """The language whose common words, or alphabet, the text uses most; English where nothing tells."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum("а" <= letter.lower() <= "я" or letter in "ёЁ" for letter in letters) > len(letters) / 3:
        return "ru"
    words = re.findall(r"\w+", text.lower())
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    return max(counts, key=counts.__getitem__)
