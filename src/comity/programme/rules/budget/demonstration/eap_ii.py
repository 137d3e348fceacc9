"""The second project for the demonstration: EUR 800,000. Every figure is made up."""

from __future__ import annotations

from comity.programme.rules.budget.demonstration.shapes import DemoCommitment, DemoLine, each, quarters

LINES = (
    DemoLine(
        "Regional meetings and national workshops",
        "190000",
        "1",
        commitments=(
            DemoCommitment(
                "DEMO-II-01",
                "Four regional meetings: venues, travel, interpretation",
                "2015-09-01",
                "128000",
                (
                    ("2015-11-20", "31480.15"),
                    ("2016-05-27", "33912.40"),
                    ("2016-11-25", "30227.80"),
                    ("2017-05-19", "32018.65"),
                ),
            ),
            DemoCommitment(
                "DEMO-II-02",
                "Workshop in Tbilisi with prosecutors and investigators",
                "2016-09-05",
                "52000",
                (("2016-10-14", "31200"), ("2017-02-03", "19450.70")),
                "GEL",
            ),
            DemoCommitment(
                "DEMO-II-03",
                "Workshops in Kyiv on requests for preservation",
                "2017-02-20",
                "640000",
                (("2017-04-07", "318400.50"), ("2017-10-20", "297655.25")),
                "UAH",
            ),
        ),
    ),
    DemoLine(
        "Training by ECTEG",
        "60000",
        "1",
        "ecteg-training",
        (
            DemoCommitment(
                "DEMO-II-04",
                "Trainers and materials",
                "2017-03-15",
                "57600",
                (("2017-06-09", "28800"), ("2017-09-08", "27911.36")),
            ),
        ),
    ),
    DemoLine(
        "Advisory mission on 24/7 operations",
        "45000",
        "2",
        "advisory-24-7",
        (
            DemoCommitment(
                "DEMO-II-05", "Two advisers, five days each", "2017-05-29", "38400", (("2017-08-18", "37215.90"),)
            ),
        ),
    ),
    DemoLine(
        "INTERPOL/Europol conference and 24/7 training",
        "55000",
        "2",
        "interpol-europol",
        (
            DemoCommitment(
                "DEMO-II-06", "Travel of twelve officers", "2017-06-06", "51900", (("2017-10-13", "50688.12"),)
            ),
        ),
    ),
    DemoLine(
        "Advice on law and templates",
        "90000",
        "3",
        commitments=(
            DemoCommitment(
                "DEMO-II-07",
                "Legal advisers: reviews of draft law and of request templates",
                "2015-10-12",
                "86000",
                (
                    *each("14333.33", "2016-02-12", "2016-07-15", "2016-12-09", "2017-04-28", "2017-08-25"),
                    ("2017-12-15", "14333.35"),
                ),
            ),
        ),
    ),
    DemoLine(
        "Support to international events",
        "40000",
        "1",
        "t-cy-octopus",
        (
            DemoCommitment(
                "DEMO-II-08",
                "Travel to committee sessions and the Octopus conference",
                "2016-10-03",
                "39000",
                (("2016-12-02", "17240.10"), ("2017-12-08", "18993.45")),
            ),
        ),
    ),
    DemoLine(
        "Translation and interpretation",
        "60000",
        commitments=(
            DemoCommitment(
                "DEMO-II-09",
                "Framework contract, six languages",
                "2015-07-01",
                "59500",
                each(
                    "7512.55",
                    "2015-12-18",
                    "2016-04-22",
                    "2016-08-26",
                    "2016-12-16",
                    "2017-03-24",
                    "2017-06-23",
                    "2017-09-22",
                    "2017-12-18",
                ),
            ),
        ),
    ),
    DemoLine(
        "Project team",
        "240000",
        commitments=(
            DemoCommitment(
                "DEMO-II-10",
                "Staff for 32 months",
                "2015-05-01",
                "240000",
                each("18000", "2015-09-30", "2015-12-20") + quarters((2016,), "24500") + quarters((2017,), "25400"),
            ),
        ),
    ),
    DemoLine(
        "Audit and reserve",
        "20000",
        commitments=(
            DemoCommitment("DEMO-II-11", "Audit at the end", "2017-11-06", "9800", (("2018-02-16", "9800"),)),
        ),
    ),
)
