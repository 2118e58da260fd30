-- The references of payments are compared by their letters without marks and case, and by their digits in whatever script: an accent, or a digit
-- of another script, made another payment of one. Where two were recorded so, the first has it; punctuation alone is no reference.
delete from refund_payment;

insert into refund_payment (register, reference, termination)
select register, reference, termination
  from (select t.register, t.reference as termination, t.paid_at,
               regexp_replace(
                   replace(replace(
                       translate(lower(regexp_replace(normalize(payment ->> 'paymentReference', nfkd), '[\u0300-\u036f]', '', 'g')),
                                 '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९', '012345678901234567890123456789'),
                       'ß', 'ss'), 'ı', 'i'),
                   '[^[:alnum:]]', '', 'g') as reference
          from termination t, jsonb_array_elements(t.payouts) payment
         where payment ->> 'paymentReference' is not null) paid
 where reference <> ''
 order by paid_at, termination
on conflict do nothing;
