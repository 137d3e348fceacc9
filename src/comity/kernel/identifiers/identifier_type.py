"""The types of identifier that a request can name. What each looks like is in the file named after it."""

from enum import StrEnum

from comity.kernel.words import noted


class IdentifierType(StrEnum):
    """One type for each thing that a provider or a register can look up."""

    IP_ADDRESS = "ip-address"
    EMAIL_ADDRESS = "email-address"
    PHONE = "phone"
    ACCOUNT = "account"
    URL = "url"
    DOMAIN = "domain"
    IMEI = "imei"
    IMSI = "imsi"
    MAC_ADDRESS = "mac-address"
    IBAN = "iban"
    CRYPTO_ADDRESS = "crypto-address"
    DEVICE_ID = "device-id"

    @property
    def label(self) -> str:
        """The type's name on pages and in letters."""
        return _LABELS[self]

    @property
    def country_meaning(self) -> str:
        """What the country of such an identifier says, and what it does not; empty where the type has no country."""
        return _COUNTRY_MEANINGS.get(self, "")


_LABELS = {
    IdentifierType.IP_ADDRESS: "IP address",
    IdentifierType.EMAIL_ADDRESS: "E-mail address",
    IdentifierType.PHONE: "Telephone number",
    IdentifierType.ACCOUNT: "Account",
    IdentifierType.URL: "URL",
    IdentifierType.DOMAIN: "Domain",
    IdentifierType.IMEI: "IMEI",
    IdentifierType.IMSI: "IMSI",
    IdentifierType.MAC_ADDRESS: "MAC address",
    IdentifierType.IBAN: "IBAN",
    IdentifierType.CRYPTO_ADDRESS: "Crypto-asset address",
    IdentifierType.DEVICE_ID: "Device identifier",
}
_COUNTRY_MEANINGS = {
    IdentifierType.IP_ADDRESS: noted("Country in which the address block is registered, not the place of the user."),
    IdentifierType.PHONE: noted("Country of the calling code, not the place of the telephone."),
    IdentifierType.IMSI: noted("Country of the network that issued the SIM card, not the place of the telephone."),
    IdentifierType.IBAN: noted("Country of the bank, not of the account holder."),
}
