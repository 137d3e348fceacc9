"""The third project for the demonstration: EUR 1,200,000. Every figure is made up."""

from __future__ import annotations

from comity.programme.rules.budget.demonstration.shapes import DemoCommitment, DemoLine, each, quarters

LINES = (
    DemoLine(
        "Regional analysis and mapping study",
        "160000",
        "1",
        commitments=(
            DemoCommitment(
                "DEMO-III-01",
                "Study in six countries",
                "2016-02-15",
                "148000",
                (*each("37000", "2016-04-15", "2016-09-16", "2017-02-10"), ("2017-12-15", "35120.44")),
            ),
        ),
    ),
    DemoLine(
        "Advisory visits to update the studies",
        "90000",
        "1",
        "advisory-visits",
        (
            DemoCommitment(
                "DEMO-III-02",
                "Six visits, two advisers each",
                "2017-06-12",
                "81000",
                (("2017-11-10", "40310.20"), ("2017-12-22", "38977.05")),
            ),
        ),
    ),
    DemoLine(
        "Dialogue with service providers",
        "290000",
        "2",
        commitments=(
            DemoCommitment(
                "DEMO-III-03",
                "Five regional meetings",
                "2016-01-25",
                "190000",
                each("37640.25", "2016-03-11", "2016-06-24", "2016-10-21", "2017-03-17", "2017-05-26"),
            ),
            DemoCommitment(
                "DEMO-III-04",
                "Workshops in Georgia with Internet service providers",
                "2016-09-19",
                "96000",
                (("2016-11-11", "45120.80"), ("2017-09-15", "47300")),
                "GEL",
            ),
            DemoCommitment(
                "DEMO-III-05",
                "Workshops in Ukraine with Internet service providers",
                "2017-03-06",
                "1250000",
                (("2017-05-12", "611200.90"), ("2017-11-17", "590875.35")),
                "UAH",
            ),
        ),
    ),
    DemoLine(
        "Memorandum between law enforcement and providers",
        "110000",
        "2",
        "lea-isp-memorandum",
        (
            DemoCommitment(
                "DEMO-III-06",
                "Series of events",
                "2017-05-22",
                "104000",
                (("2017-10-06", "51877.60"), ("2017-12-01", "49211.18")),
            ),
        ),
    ),
    DemoLine(
        "Cooperation exercise",
        "100000",
        "2",
        commitments=(
            DemoCommitment(
                "DEMO-III-07",
                "Regional exercise for twelve countries",
                "2016-11-07",
                "97500",
                (("2017-04-13", "48750"), ("2017-07-14", "49816.33")),
            ),
        ),
    ),
    DemoLine(
        "Conference in Sofia",
        "50000",
        "2",
        "sofia-conference",
        (
            DemoCommitment(
                "DEMO-III-08", "Travel and share of costs", "2017-07-03", "46000", (("2017-11-24", "44190.77"),)
            ),
        ),
    ),
    DemoLine(
        "Meeting on safeguards",
        "60000",
        "3",
        "safeguards-meeting",
        (
            DemoCommitment(
                "DEMO-III-09", "Venue, travel, interpretation", "2017-06-19", "55000", (("2017-10-27", "53462.91"),)
            ),
        ),
    ),
    DemoLine(
        "Studies on providers and liability",
        "40000",
        "3",
        "msp-isp-studies",
        (
            DemoCommitment(
                "DEMO-III-10", "Two studies", "2017-03-20", "36000", (("2017-06-02", "12000"), ("2017-09-01", "24000"))
            ),
        ),
    ),
    DemoLine(
        "Project team",
        "270000",
        commitments=(
            DemoCommitment(
                "DEMO-III-11",
                "Staff for 25 months",
                "2015-12-01",
                "270000",
                quarters((2016,), "32000") + quarters((2017,), "34800"),
            ),
        ),
    ),
    DemoLine(
        "Audit and reserve",
        "30000",
        commitments=(
            DemoCommitment("DEMO-III-12", "Audit at the end", "2017-11-06", "11500", (("2018-02-16", "11500"),)),
        ),
    ),
)
