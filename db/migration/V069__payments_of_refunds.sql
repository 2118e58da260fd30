-- Which payment paid which refund, without case, blanks and ways to write a hyphen: a payment pays one refund of a register. Where two were
-- recorded with the same one before this was a rule, the first has it.
create table refund_payment (
    register     text not null,
    reference    text not null,
    termination  text not null references termination,
    primary key (register, reference)
);
insert into refund_payment (register, reference, termination)
select t.register,
       lower(regexp_replace(regexp_replace(normalize(payment ->> 'paymentReference', nfkc), '\s', '', 'g'), '[\u2010-\u2015]', '-', 'g')),
       t.reference
  from termination t, jsonb_array_elements(t.payouts) payment
 where payment ->> 'paymentReference' is not null
 order by t.paid_at, t.reference
on conflict do nothing;
