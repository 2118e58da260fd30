-- Who wrote a message that staff recorded in a case which was open already, with the address that they wrote down; null for every other.
alter table objection_message add column signed text;
