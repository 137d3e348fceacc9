"""Words and numbers that made-up cases are told with: few that are frequent, many that are rare, as in real files."""

from __future__ import annotations

from random import Random

OFFENCES = (
    "Ransomware at a hospital",
    "Fraud with an online shop",
    "Phishing of bank customers",
    "Intrusion into a ministry",
    "Threats against a school",
    "Extortion of a company",
    "Theft from a wallet",
    "Sale of stolen cards",
    "Attack on a tax portal",
    "False emergency calls",
    "Fraude bancaire contre des retraités",
    "Fraudă informatică la o bancă",
    "Шифрование серверов больницы",
    "Вымогательство у предприятия",
)
PLACES = ("north", "harbour", "old town", "valley", "lake", "river", "border", "airport", "market", "central")
COUNTRIES = ("UA", "MD", "AM", "AZ", "BY", "DE", "FR", "RO", "US", "EE", "PL", "TR", "NL", "KZ", "LT")
PROVIDERS = ("Example Telecom", "Example Mail", "Example Hosting", "Example Social", "Example Exchange")


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_COMMON = _words(
    "investigators established that the suspect used this address to enter the system and transferred",
    "money from accounts of victims who had received messages with attachments the provider keeps records",
    "for weeks only they are the only trace of the connection which led through several States",
)
_RARER = _words(
    "encrypted servers demanded payment wallet exchange mixer forged invoice courier parcel marketplace",
    "forum alias camera turbine archive invoice notary passport customs ledger broker tenant clinic",
    "laboratory library orchestra vessel container refinery tram tunnel bridge stadium theatre brewery",
    "quarry greenhouse observatory lighthouse",
)
_RUSSIAN = _words(
    "следствием установлено что подозреваемый использовал адрес для входа в систему и перевёл деньги со",
    "счетов потерпевших которые получили сообщения с вложениями",
)


def case_title(random: Random, number: int) -> str:
    """For example “Phishing of bank customers, harbour 4711”."""
    return f"{random.choice(OFFENCES)}, {random.choice(PLACES)} {number}"


def summary(random: Random, length: int) -> str:
    """About `length` words of facts: mostly frequent ones, some rare, a number that is nearly unique."""
    words = random.choices(_RUSSIAN_TALK if random.random() < _IN_RUSSIAN else _TALK, k=length)
    words.append(f"file {random.randrange(100_000)}/{random.randrange(100)}")
    return " ".join(words).capitalize() + "."


_IN_RUSSIAN = 0.1
_TALK = _COMMON * 8 + _RARER
_RUSSIAN_TALK = _RUSSIAN * 12 + _RARER
