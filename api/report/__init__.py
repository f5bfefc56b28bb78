"""The audit report of a policy as a PDF: values in, bytes out, the same bytes but for the date."""
