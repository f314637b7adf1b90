"""The door „Orte“: Kommunen and Betrachtungsräume."""
