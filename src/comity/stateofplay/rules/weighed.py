"""What an answer counts for, in words."""

from comity.kernel.sayable import sayable

EQUALLY = sayable("Each measure between two countries counts once.")
