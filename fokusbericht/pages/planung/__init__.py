"""The door „Planung“: fields, groups, bodies, decisions, dates, reports."""
