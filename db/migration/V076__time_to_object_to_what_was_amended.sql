-- Until when a customer may object in time to its change as amended, where an objection of its own was open when the amended change was announced, and
-- was refused for good since. What was refused for good before goes on as it ended.
alter table objection add column may_object_until timestamptz;
