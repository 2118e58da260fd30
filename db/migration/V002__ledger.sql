-- The append-only record of who did what, when. It holds ids and salted digests, never names or texts, so that erasing a
-- person (which deletes openings) leaves the chain whole.

create table ledger_entry (
    id      bigint generated always as identity primary key,
    kind    text        not null,
    subject text        not null,
    actor   text        not null,
    at      timestamptz not null,
    digest  text        not null check (digest ~ '^[0-9a-f]{64}$')
);
create index ledger_entry_subject on ledger_entry (subject, id);

-- What a digest was made of; the only part of the ledger that may be deleted.
create table ledger_opening (
    entry_id bigint primary key references ledger_entry,
    salt     bytea not null,
    content  jsonb not null
);

-- The chain: each seal's hash covers its entry and the seal before it.
create table ledger_seal (
    position bigint primary key check (position > 0),
    entry_id bigint not null unique references ledger_entry,
    previous text   not null check (previous ~ '^[0-9a-f]{64}$'),
    hash     text   not null unique check (hash ~ '^[0-9a-f]{64}$')
);

-- Entries that wait for the sealer, written in the same transaction as the entry. A queue and not a comparison of transaction
-- ids: those start anew in a restored database, and what was written after would silently never be sealed.
create table ledger_pending (
    entry_id bigint primary key references ledger_entry
);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

-- Grants keep the application from this; the triggers keep the owner from doing it by mistake.
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
    for each statement execute function ledger_is_append_only();
alter table ledger_entry enable always trigger ledger_entry_append_only;
alter table ledger_seal enable always trigger ledger_seal_append_only;
