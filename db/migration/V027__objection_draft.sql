-- What a contact has typed of an objection and not filed yet, so that a reload, the back button or another device finds it again.
-- Times are real time, of this database: a draft is about a person at a keyboard, not about a legal period.

create table objection_draft (
    notice     bigint      not null references notice on delete cascade,
    contact    bigint      not null references contact on delete cascade,
    grounds    text        not null,
    text       text        not null,
    orders     text[]      not null,
    -- reference of the customer's closed case that the form knew of; empty for none
    after_case text        not null,
    written_at timestamptz not null default now(),
    primary key (notice, contact)
);
create index objection_draft_written on objection_draft (written_at);
create index objection_draft_contact on objection_draft (contact);
