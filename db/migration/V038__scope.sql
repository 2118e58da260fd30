-- A role is held for all registers, in staff.roles, or for the registers named here. Who had one before holds it for all.
create table staff_role_register (
    username text not null references staff,
    role     text not null,
    register text not null,
    primary key (username, role, register)
);

-- Which register a subject belongs to: what the ledger, a mailing and a process are about, by its reference or id.
create view subject_register as
    select reference as subject, register from vendor_change
    union all
    select reference, register from objection
    union all
    select reference, register from termination
    union all
    select id, id from register;
