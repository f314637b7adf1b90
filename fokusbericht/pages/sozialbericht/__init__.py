"""The door „Sozialbericht“: indicators, Kreiskarte, comparisons, demography."""
