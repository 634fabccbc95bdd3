"""Tells Swift code, comments and string literals apart, without a parser: enough for rules that look at words."""

import re
from functools import cached_property

_TOKEN = re.compile(
    r"""
      (?P<line_comment>//[^\n]*)
    | (?P<block_comment>/\*)
    | (?P<string>(?P<hashes>\#*)(?P<quotes>\"\"\"|\"))
    """,
    re.VERBOSE,
)


class SwiftText:
    """A Swift file in three views with the file's own lines and columns: what a view leaves out is blank in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._comments: list[tuple[int, int]] = []
        self._strings: list[tuple[int, int]] = []
        self._scan()

    @cached_property
    def code(self) -> list[str]:
        """Code alone, without comments and without the contents of strings."""
        return _blank(self._text, self._comments + self._strings).splitlines()

    @cached_property
    def code_and_strings(self) -> list[str]:
        """Code with its strings, without comments."""
        return _blank(self._text, self._comments).splitlines()

    @cached_property
    def comments(self) -> list[str]:
        """Comments alone."""
        kept, end = [], 0
        for start, stop in self._comments:
            kept.append((end, start))
            end = stop
        return _blank(self._text, kept + [(end, len(self._text))]).splitlines()

    def _scan(self) -> None:
        position = 0
        while match := _TOKEN.search(self._text, position):
            start = match.start()
            if match["line_comment"]:
                position = match.end()
                self._comments.append((start, position))
            elif match["block_comment"]:
                position = self._end_of_block_comment(match.end())
                self._comments.append((start, position))
            else:
                position = self._end_of_string(match.end(), match["hashes"], match["quotes"])
                self._strings.append((match.end(), max(match.end(), position - len(match["quotes"] + match["hashes"]))))

    def _end_of_block_comment(self, position: int) -> int:
        depth = 1
        for match in re.compile(r"/\*|\*/").finditer(self._text, position):
            depth += 1 if match[0] == "/*" else -1
            if depth == 0:
                return match.end()
        return len(self._text)

    def _end_of_string(self, position: int, hashes: str, quotes: str) -> int:
        """The place after the literal's closing quotes; an unclosed one-line literal ends with its line."""
        closing, escape = quotes + hashes, "\\" + hashes
        text = self._text
        while position < len(text):
            if text.startswith(escape, position):
                position += len(escape)
                position = self._end_of_interpolation(position + 1) if text.startswith("(", position) else position + 1
            elif text.startswith(closing, position):
                return position + len(closing)
            elif text[position] == "\n" and quotes == '"':
                return position
            else:
                position += 1
        return len(text)

    def _end_of_interpolation(self, position: int) -> int:
        depth, text = 1, self._text
        while position < len(text):
            if text[position] == "(":
                depth += 1
            elif text[position] == ")":
                depth -= 1
                if depth == 0:
                    return position + 1
            elif match := re.compile(r'(#*)("""|")').match(text, position):
                position = self._end_of_string(match.end(), match[1], match[2])
                continue
            position += 1
        return len(text)


def _blank(text: str, ranges: list[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, stop in sorted(ranges):
        pieces += [text[position:start], re.sub(r"[^\n]", " ", text[start:stop])]
        position = stop
    return "".join(pieces + [text[position:]])
