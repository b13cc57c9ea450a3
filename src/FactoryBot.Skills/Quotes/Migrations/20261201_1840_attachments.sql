-- What belongs to a quote without being part of what is offered: the request as it came, drawings, the customer's order.
alter table quotes.quote_file add column size bigint not null default 0;
alter table quotes.quote_file add column added_by uuid;
