"""How addresses and codes are written, in any language."""

from __future__ import annotations

import re

URL = re.compile(
    r"https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]|(?<![@\w.])(?:www\.)?[a-z0-9][\w-]*(?:\.[\w-]+)*"
    r"\.(?:eu|org|com|net|int|info|it|de|fr|es|pt|nl|gr|pl|ro|cz|si|se|fi|mt|at|be|ch|uk|ie|lu|dk|no|hu|sk|hr"
    r"|bg|lt|lv|ee|cy|ua|gov|edu|ngo|example)(?:/[^\s<>\"'\])]*[^\s<>\"'\]).,;:!?])?(?![\w@-])",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CODE = re.compile(
    r"(?<![\w/])(?:20\d\d-\d-[A-Z]{2}\d\d-KA\d{2,3}-[A-Z]{3}-\d{5,9}|\d{5,7}-[A-Z]{3,}(?:-[A-Z0-9]+){2,}"
    r"|[A-Z]{1,8}[0-9]{0,4}(?:[-_/][A-Z0-9]+){2,}|[A-Z0-9]{4,}_[A-Z0-9]{3,}"
    r"|[A-Z]{2,6}[ -]20\d\d-\d{1,3}(?!\d)|[A-Z]\d{2}[A-Z]\d{11}"
    r"|[A-Z]{2,8}/\d{1,4}(?:[./]\d{1,6})+|\d{1,3}/\d{1,2}[-/]20\d\d/[A-Z]{2,3}[-/][A-Z]{2,6}"
    r"|[A-Z]{2,6}(?:\.\d{1,3}){2,}(?:[./_-]\d+|-[A-Z]{2}|[./_-]\d+[A-Z]+\d*)+|[A-Z]{3,6}(?:_[A-Z]+)?-\d(?:\.\d+)+(?:[-/]\d+)+"
    r"|[A-Z]{2,6}[-/]\d{3,}(?:[-/]\d+)*|[A-Z]{2,8}20\d\d-\d{3,}|[A-Z]{2,5}\d{0,2}-\d{4,}|10[01]\d{6}|\d{2,4}-[A-Z]{4,6}-\d{2,3})(?![\w/])"
)
