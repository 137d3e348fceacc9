"""The readers of all types in the order in which they claim text: what is certain by its form comes first."""

from __future__ import annotations

from comity.kernel.identifiers.account import read_accounts
from comity.kernel.identifiers.crypto_address import read_crypto_addresses
from comity.kernel.identifiers.device_id import read_device_ids
from comity.kernel.identifiers.domain import read_domains
from comity.kernel.identifiers.email_address import read_email_addresses
from comity.kernel.identifiers.finding import Reader
from comity.kernel.identifiers.iban import read_ibans
from comity.kernel.identifiers.imei import read_imeis
from comity.kernel.identifiers.imsi import read_imsis
from comity.kernel.identifiers.ip_address import read_ip_addresses
from comity.kernel.identifiers.mac_address import read_mac_addresses
from comity.kernel.identifiers.phone import read_phones
from comity.kernel.identifiers.url import read_urls

BEFORE_TIMES: tuple[Reader, ...] = (read_urls, read_email_addresses, read_accounts, read_device_ids)
"""Their text may hold what looks like a time; it is theirs."""

AFTER_TIMES: tuple[Reader, ...] = (
    read_domains,
    read_crypto_addresses,
    read_mac_addresses,
    read_ip_addresses,
    read_ibans,
    read_imeis,
    read_imsis,
    read_phones,
)
