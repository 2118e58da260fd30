-- Contacts that an import left out. One that a later import states again is the same one: what hangs on its id, such as links, what became
-- of messages, and codes asked for, can be shaken off by no import that leaves it out once.
create table contact_gone (
    customer bigint  not null references customer,
    -- of the customer's id and the address in small letters, so that no address of a person who left is kept here
    address  bytea   not null,
    id       bigint  not null,
    epoch    integer not null,
    primary key (customer, address)
);

create function contact_address(of_customer bigint, email text) returns bytea language sql immutable strict
return sha256(convert_to(of_customer || '/' || lower(email), 'UTF8'));
