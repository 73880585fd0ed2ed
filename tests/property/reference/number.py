"""Exact numbers: as written, as rounded, as printed."""

from fractions import Fraction


class Fault(Exception):
    """The folder's data are wrong: there is no result."""


class NotComputed(Exception):
    """The folder uses a rule that the second implementation does not know."""


def number(text):
    """A decimal as written."""
    try:
        return Fraction(str(text).strip())
    except ValueError:
        raise Fault(f"not a number: {text!r}") from None


def digits_of(text):
    return None if text == "exact" else int(text)


def rounded(value, digits, rounding):
    """`value` to so many digits; None means exact. Halves are judged on the size, without sign."""
    if digits is None:
        return value
    scaled = abs(value) * 10 ** digits
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rounding == "half-up":
        up = rest >= Fraction(1, 2)
    elif rounding == "half-even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1)
    elif rounding == "down":
        up = False
    else:
        raise Fault(f"unknown rounding {rounding!r}")
    size = Fraction(whole + up, 10 ** digits)
    return -size if value < 0 else size


def printed(value, digits, rounding):
    """`value` with exactly `digits` decimals. Nothing is ever printed as -0.00."""
    units = rounded(value, digits, rounding) * 10 ** digits
    assert units.denominator == 1
    sign = "-" if units < 0 else ""
    text = str(abs(units.numerator)).rjust(digits + 1, "0")
    return sign + (text if digits == 0 else text[:-digits] + "." + text[-digits:])


def shortest(value):
    """A decimal of at most four digits without needless zeros: -0.5, 2, 0."""
    text = printed(value, 4, "down").rstrip("0").rstrip(".")
    return text or "0"


def fraction(value):
    return f"{value.numerator}/{value.denominator}"


def whole_up(share):
    return -(-share.numerator // share.denominator)


def plain_mean(values):
    return Fraction(sum(values)) / len(values)


def weighted_mean(values, weights):
    return Fraction(sum(v * w for v, w in zip(values, weights))) / sum(weights)


def median(values):
    """The middle value; of an even number the mean of the middle two."""
    ordered = sorted(values)
    return plain_mean([ordered[(len(values) - 1) // 2], ordered[len(values) // 2]])


def seconds(text):
    """Whole seconds of `m:ss` or of a number of seconds; a fraction of a second is cut."""
    minutes, colon, rest = str(text).strip().rpartition(":")
    total = number(rest) + (60 * number(minutes) if colon else 0)
    return total.numerator // total.denominator
