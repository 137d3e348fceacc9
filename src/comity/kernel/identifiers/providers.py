"""The services that people name beside an account: their keys, names and spellings. Says nothing of law or policy."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """`spellings` is a pattern of the names in use, in any case; `name_pattern` what its account names look like.

    `by_telephone` says that its accounts are telephone numbers.
    """

    key: str
    name: str
    spellings: str
    name_pattern: str = r"[A-Za-z0-9_.\-]{2,40}"
    by_telephone: bool = False


_NO_NAMES = r"(?!)"
"""For services whose accounts are e-mail addresses, telephone numbers or numbers, never names."""

PROVIDERS = (
    Provider(
        "telegram",
        "Telegram",
        r"telegram|tg|телеграмм?е?|телега|ტელეგრამ\w*|տելեգրամ\w*",
        r"[A-Za-z][A-Za-z0-9_]{3,31}",
    ),
    Provider(
        "whatsapp",
        "WhatsApp",
        r"whats ?app|wa|в[ао][тц]сап\w*|вацап\w*|ვოთსაფ\w*|ვატსაპ\w*",
        _NO_NAMES,
        by_telephone=True,
    ),
    Provider("viber", "Viber", r"viber|вайбер\w*|ვაიბერ\w*", _NO_NAMES, by_telephone=True),
    Provider("signal", "Signal", r"signal", r"[A-Za-z0-9_]{3,32}\.\d{2,9}", by_telephone=True),
    Provider("facebook", "Facebook", r"facebook|fb|фейсбук\w*|фб|ფეისბუქ\w*|ֆեյսբուք\w*", r"[A-Za-z0-9.]{5,50}"),
    Provider("messenger", "Messenger", r"messenger", r"[A-Za-z0-9.]{5,50}"),
    Provider(
        "instagram",
        "Instagram",
        r"instagram|insta|ig|инстаграм\w*|инста|ინსტაგრამ\w*|ինստագրամ\w*",
        r"[A-Za-z0-9_.]{1,30}",
    ),
    Provider("vk", "VK", r"vk|vkontakte|вк|вконтакте", r"[A-Za-z0-9_.]{3,32}"),
    Provider("ok", "Odnoklassniki", r"odnoklassniki|ok\.ru|одноклассник\w*"),
    Provider("google", "Google", r"google|gaia|гугл", _NO_NAMES),
    Provider("youtube", "YouTube", r"youtube|ютуб\w*", r"[\w.\-]{3,30}"),
    Provider("tiktok", "TikTok", r"tik ?tok|тикток\w*|тік-?ток\w*|ტიკტოკ\w*", r"[A-Za-z0-9_.]{2,24}"),
    Provider("x", "Twitter", r"twitter|x\.com|твиттер\w*", r"[A-Za-z0-9_]{1,15}"),
    Provider("linkedin", "LinkedIn", r"linked ?in"),
    Provider("skype", "Skype", r"skype|скайп\w*", r"(?:live:)?[A-Za-z0-9_.,\-]{2,60}"),
    Provider("discord", "Discord", r"discord|дискорд\w*", r"[A-Za-z0-9_.]{2,32}(?:#\d{4})?"),
    Provider("snapchat", "Snapchat", r"snapchat"),
    Provider("github", "GitHub", r"github"),
    Provider("reddit", "Reddit", r"reddit"),
    Provider("twitch", "Twitch", r"twitch"),
    Provider("steam", "Steam", r"steam|стим"),
    Provider("microsoft", "Microsoft", r"microsoft|outlook|xbox", _NO_NAMES),
    Provider("apple", "Apple", r"apple|icloud", _NO_NAMES),
    Provider("yahoo", "Yahoo", r"yahoo", _NO_NAMES),
    Provider("mail-ru", "Mail.ru", r"mail\.ru", _NO_NAMES),
    Provider("yandex", "Yandex", r"yandex|яндекс", _NO_NAMES),
    Provider("proton", "Proton", r"proton(?:mail)?", _NO_NAMES),
    Provider("ukr-net", "UKR.NET", r"ukr\.net", _NO_NAMES),
    Provider("wechat", "WeChat", r"we ?chat|weixin"),
    Provider("threema", "Threema", r"threema", r"[A-Za-z0-9*]{8}"),
    Provider("paypal", "PayPal", r"paypal", _NO_NAMES),
)

_BY_KEY = {provider.key: provider for provider in PROVIDERS}
_SPELLED = tuple((re.compile(rf"(?:{provider.spellings})\Z", re.IGNORECASE), provider) for provider in PROVIDERS)

SPELLING = "|".join(provider.spellings for provider in PROVIDERS)
"""One pattern for all spellings of all providers, to be put between word boundaries."""

_MAIL_DOMAINS = {
    "google": "gmail.com googlemail.com",
    "microsoft": "outlook.com hotmail.com live.com msn.com hotmail.co.uk hotmail.fr outlook.fr",
    "apple": "icloud.com me.com mac.com",
    "yahoo": "yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.fr yahoo.de",
    "mail-ru": "mail.ru bk.ru list.ru inbox.ru internet.ru",
    "yandex": "yandex.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua",
    "proton": "proton.me protonmail.com protonmail.ch pm.me",
    "ukr-net": "ukr.net",
}
_BY_MAIL_DOMAIN = {domain: key for key, domains in _MAIL_DOMAINS.items() for domain in domains.split()}


def provider_name(key: str) -> str:
    """The provider's name for readers; the key itself for a provider that is not in the list."""
    return _BY_KEY[key].name if key in _BY_KEY else key


def spelled(text: str) -> Provider | None:
    """The provider that `text` names, in any spelling."""
    return next((provider for pattern, provider in _SPELLED if pattern.match(text)), None)


def provider_of_mail(domain: str) -> str:
    """The key of the provider that runs the mail domain, empty where that is not known."""
    return _BY_MAIL_DOMAIN.get(domain, "")
