-- What of its orders a customer has ended, and its last day: kept with the customer, since an order that was ended early ends with that day for
-- everything that asks whether the customer is one. Apart from customer_order, so that no import undoes it, also one that leaves the order out
-- and states it again.
create table ended_line (
    customer bigint not null references customer,
    order_id text not null,
    -- empty for the order as a whole
    line_id  text not null,
    -- inclusive, in the zone of the register
    last_day date not null,
    -- the termination
    ended_by text not null,
    -- nothing is ended, and refunded, twice
    primary key (customer, order_id, line_id)
);

-- Each order was chosen once in its termination.
insert into ended_line (customer, order_id, line_id, last_day, ended_by)
select line.customer, line.order_id, line.line_id, (election ->> 'lastDay')::date, line.reference
  from termination_line line
  join termination using (reference)
 cross join jsonb_array_elements(termination.worksheet -> 'elections') election
 where election ->> 'order' = line.order_id;

drop table termination_line;

-- Notices that are running are bound by these days from now on: each customer is looked at again, as after an import.
update customer set revision = nextval('customer_revision') where id in (select customer from ended_line);
