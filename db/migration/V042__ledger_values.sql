-- What an entry says of a changed field stands in the entry as salted digests, sealed with it. Salts and values stand beside it and can be
-- erased one by one: the chain stays whole, and the entry says that and when they were.

alter table ledger_entry add column changes jsonb;

create table ledger_value (
    entry_id  bigint not null references ledger_entry,
    field     text   not null,
    side      text   not null check (side in ('BEFORE', 'AFTER')),
    salt      bytea,
    value     text,
    erased_at timestamptz,
    primary key (entry_id, field, side),
    check ((erased_at is null) = (salt is not null) and (erased_at is null) = (value is not null))
);

-- An opening that is erased says when. None was before this version, so that one whose row is gone was deleted.
alter table ledger_opening
    alter column salt drop not null,
    alter column content drop not null,
    add column erased_at timestamptz,
    add check ((erased_at is null) = (salt is not null) and (erased_at is null) = (content is not null));

-- Values and openings are written once; all that may happen to them is to be erased.
create function ledger_values_are_only_erased() returns trigger language plpgsql as $$
declare
    erasable constant text[] := array ['salt', 'value', 'content', 'erased_at'];
begin
    if tg_op = 'UPDATE' then
        if old.erased_at is null and new.erased_at is not null and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
            return new;
        end if;
    end if;
    raise exception 'Values of the ledger are only erased: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger ledger_value_only_erased before update or delete on ledger_value
    for each row execute function ledger_values_are_only_erased();
create trigger ledger_opening_only_erased before update or delete on ledger_opening
    for each row execute function ledger_values_are_only_erased();
create trigger ledger_value_not_emptied before truncate on ledger_value
    for each statement execute function ledger_is_append_only();
create trigger ledger_opening_not_emptied before truncate on ledger_opening
    for each statement execute function ledger_is_append_only();
alter table ledger_value enable always trigger ledger_value_only_erased;
alter table ledger_opening enable always trigger ledger_opening_only_erased;
alter table ledger_value enable always trigger ledger_value_not_emptied;
alter table ledger_opening enable always trigger ledger_opening_not_emptied;
