-- How much of a limit is used up, by whom or about whom it is: one row each, shared by all nodes (decision record 15). After a crash all
-- limits begin anew, so nothing of it is written ahead, and taking one waits for no disk.
create unlogged table limit_use (
    -- what is limited, and a digest of whose it is
    key     text primary key,
    -- real time, of this database: when all of it is free again; a row of the past says nothing
    full_at timestamptz not null
) with (fillfactor = 70);

/*
 * Takes one of each limit, in order, until one is used up.
 *
 * most, seconds: so many at once, and then evenly as many within so many seconds
 * queues: whoever finds this one used up is given the next place that will be free, and waits for it
 * Answers how many seconds to wait; 0 when there was one of each.
 */
create function take_limits(keys text[], most integer[], seconds double precision[], queues boolean[]) returns double precision
language plpgsql as $$
declare
    moment timestamptz := clock_timestamp();
    period interval;
    share  interval;
    wait   interval := interval '0';
    filled timestamptz;
begin
    for n in 1 .. cardinality(keys) loop
        continue when wait > interval '0' and not queues[n];
        period := make_interval(secs => seconds[n]);
        share := period / most[n];
        insert into limit_use as known (key, full_at) values (keys[n], moment + share)
            on conflict (key) do update set full_at = greatest(known.full_at, moment) + share
            -- what is lost in dividing by "most" is less than a millisecond
            where queues[n] or greatest(known.full_at, moment) + share <= moment + period + interval '1 millisecond'
            returning full_at into filled;
        if not found then
            select full_at + share into filled from limit_use where key = keys[n];
        end if;
        if filled > moment + period + interval '1 millisecond' then
            wait := greatest(wait, filled - moment - period);
        end if;
    end loop;
    return extract(epoch from wait);
end
$$;

-- Gives back what was taken and not needed.
create function give_back_limits(keys text[], most integer[], seconds double precision[]) returns void
language plpgsql as $$
begin
    for n in 1 .. cardinality(keys) loop
        update limit_use set full_at = full_at - make_interval(secs => seconds[n]) / most[n] where key = keys[n];
    end loop;
end
$$;

-- A filing is kept at once; its mail may have to wait.
alter table objection_unconfirmed
    -- real time: when its mail may go out; null once one went that asks for it
    add mail_at   timestamptz,
    -- legal time
    add mailed_at timestamptz;
update objection_unconfirmed set mailed_at = filed_at;
create index objection_unconfirmed_to_mail on objection_unconfirmed (mail_at) where mail_at is not null;

-- Who asked for a code, and who tried it: what one contact wastes is not another's.
alter table one_time_code add asked_by text not null default '';
alter table one_time_code alter asked_by drop default;
alter table one_time_try add tried_by text not null default '';
alter table one_time_try drop constraint one_time_try_pkey, add primary key (code, tried_by);
alter table one_time_try alter tried_by drop default;
