-- A service by letter or in person that was recorded on a day so far back that it counts only once a second person of legal records the same
-- day: until then no period of the customer runs from it.
create table service_stated (
    -- what was served: the notice, or the letter of a case, by its key
    about text primary key,
    served_on date not null,
    proof text not null,
    stated_by text not null,
    -- legal time
    stated_at timestamptz not null
);
