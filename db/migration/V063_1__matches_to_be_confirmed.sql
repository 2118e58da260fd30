-- Whose an objection of nobody known is, as one person of legal stated it: it is matched once a second person states the same customer.
create table objection_match_stated (
    objection bigint primary key references objection,
    customer bigint not null references customer,
    stated_by text not null,
    -- legal time
    stated_at timestamptz not null
);
