-- Accounts of staff as administrators keep them: since when one is inactive (legal time), whether its password was ever chosen, and when it last ceased to
-- be the active account of an administrator for all registers (real time, which no demonstration moves).
alter table staff
    add column inactive_since      timestamptz,
    add column awaits_password     boolean not null default false,
    add column administrator_until timestamptz;

update staff s
   set inactive_since = (select max(e.at) from ledger_entry e where e.subject = 'STAFF-' || s.username and e.kind = 'staff.dismissed')
 where disabled;
update staff set administrator_until = inactive_since where disabled and 'ADMIN' = any (roles);

-- Counted here, so that no way of changing an account can forget it.
create function note_end_of_account() returns trigger language plpgsql as $$
begin
    if new.disabled and not old.disabled then
        new.inactive_since := case when new.inactive_since is distinct from old.inactive_since then new.inactive_since else now() end;
    elsif not new.disabled then
        new.inactive_since := null;
    end if;
    if not old.disabled and not old.awaits_password and 'ADMIN' = any (old.roles)
       and (new.disabled or new.awaits_password or not 'ADMIN' = any (new.roles)) then
        new.administrator_until := now();
    end if;
    return new;
end
$$;
create trigger note_end before update on staff for each row execute function note_end_of_account();

-- What one administrator asked for and another has to confirm, at most one for each account: a new account, more roles, another address, an activation.
-- Roles are those that it adds, as staff.roles and staff_role_register hold them: for all registers, or as ROLE:register.
create table staff_request (
    id       bigint generated always as identity unique,
    username text primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    kind     text        not null check (kind in ('NEW', 'CHANGE', 'ACTIVATION')),
    name     text        check (name is not null or kind <> 'NEW'),
    email    text        check (email is not null or kind <> 'NEW'),
    roles    text[]      not null,
    scoped   text[]      not null,
    asked_by text        not null references staff,
    asked_at timestamptz not null
);
