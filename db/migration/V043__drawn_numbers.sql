-- Numbers of objections and terminations that tell nobody how many there are. A sequence gives each its place, so that no two are alike and
-- none waits for another; the number shown is drawn for that place by a keyed permutation (a Feistel network, ten rounds of SHA-256) of all
-- numbers of four digits, then of all of five, and so on.

create table reference_lot (
    kind   text primary key,
    -- whoever has it can put references in the order in which they were given
    secret bytea  not null,
    -- how many were given one after the other, before this version
    given  bigint not null
);
insert into reference_lot (kind, secret, given)
select kind, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid(), 'UTF8')), given
from (select 'OBJ' as kind, case when is_called then last_value else 0 end as given from objection_number
      union all
      select 'TRM', case when is_called then last_value else 0 end from termination_number) as so_far;

-- The number at a place, counted from 1; null where the number was given before this version.
create function drawn_number(of_kind text, place bigint) returns bigint language plpgsql stable strict as $$
declare
    lot     reference_lot;
    lowest  bigint;
    highest bigint := 9999;
    drawn   bigint;
    width   int := 1;
    mask    bigint;
    l       bigint;
    r       bigint;
    mixed   bigint;
begin
    select * into strict lot from reference_lot where kind = of_kind;
    lowest := lot.given + 1;
    if place < lowest then
        return null;
    end if;
    while highest < lowest loop
        highest := highest * 10 + 9;
    end loop;
    drawn := place - lowest;
    while drawn > highest - lowest loop
        drawn := drawn - (highest - lowest + 1);
        lowest := highest + 1;
        highest := highest * 10 + 9;
    end loop;
    while (1::bigint << (2 * width)) < highest - lowest + 1 loop
        width := width + 1;
    end loop;
    mask := (1::bigint << width) - 1;
    -- what falls outside is mixed again until it falls inside, four times at most on average
    loop
        l := drawn >> width;
        r := drawn & mask;
        for round in 1..10 loop
            mixed := l # (('x' || left(encode(sha256(lot.secret || convert_to(highest || ':' || round || ':' || r, 'UTF8')), 'hex'), 8))
                ::bit(32)::bigint & mask);
            l := r;
            r := mixed;
        end loop;
        drawn := (l << width) | r;
        exit when drawn <= highest - lowest;
    end loop;
    return lowest + drawn;
end $$;

-- OBJ-2026-4711
create function next_reference(of_kind text, of_year int) returns text language plpgsql volatile strict as $$
declare
    number text := drawn_number(of_kind,
        nextval(case of_kind when 'OBJ' then 'objection_number' when 'TRM' then 'termination_number' end::regclass));
begin
    return of_kind || '-' || of_year || '-' || lpad(number, greatest(4, length(number)), '0');
end $$;
