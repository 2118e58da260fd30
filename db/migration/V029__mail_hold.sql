-- Mailings that the relay refuses for a reason of ours and not of a recipient: their messages wait, and one of them is tried from time to time.
create table mail_hold (
    mailing         bigint      primary key references mailing,
    -- legal time
    since           timestamptz not null,
    reply           text        not null,
    -- real time, of this database
    began_at        timestamptz not null default now(),
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 1,
    -- another held mailing was accepted meanwhile
    works_again     boolean     not null default false,
    -- refused for so long that its messages are tried once more, each, and count as refused
    given_up_at     timestamptz
);

-- What waits in a held mailing is no reason for a new letter to wait too.
create or replace function wake_for_batch() returns trigger language plpgsql as $$
begin
    if not exists (select from mail_batch
                   where done_at is null and (lease_until is null or lease_until < now()) and id < new.id
                     and mailing not in (select mailing from mail_hold where given_up_at is null)) then
        perform pg_notify('fairnotice', 'MAIL');
    end if;
    return null;
end $$;

create trigger wake_for_unheld after delete on mail_hold for each statement execute function wake('MAIL');
