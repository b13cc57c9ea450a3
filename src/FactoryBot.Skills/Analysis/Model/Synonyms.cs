using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Everyday words that mean the same in any business. Where a schema has a word of its own, that one wins.</summary>
internal static class Synonyms
{
    private const string Nouns = """
        product: item, article, good, sku
        customer: client, buyer, account, purchaser
        supplier: vendor
        employee: worker, staff member, colleague, salesperson, sales rep, seller
        order: purchase, sale, sales order
        order detail: order line, order item, line item, order position
        order item: order line, order detail, line item, order position
        order line: order item, order detail, line item, order position
        invoice line: invoice item, line item
        invoice item: invoice line, line item
        category: product group, product category
        shipper: carrier, freight company, shipping company
        machine: equipment, workcenter, work center
        operator: worker
        downtime factor: downtime reason, stop reason, downtime cause, reason for downtime
        stop: downtime event, stoppage
        invoice: bill
        store: shop, branch
        film: movie
        movie: film
        track: song
        artist: band, musician
        country: nation
        actor: performer
        staff: employee, staff member
        department: division
        doctor: physician
        vehicle: car
        quality issue: defect, complaint
        warehouse: depot
    """;

    private const string ColumnWords = """
        freight: shipping cost, freight cost, shipping charge, shipping fee
        quantity: units, pieces, number of units, amount sold
        unit price: price, list price, cost per unit
        price: list price
        fax: fax number
        mobile: mobile number, mobile phone
        phone: phone number, telephone, telephone number
        email: email address, mail
        postal code: zip, zip code, postcode
        zip: postal code, zip code
        hire date: hiring date, date of hire, start date
        birth date: date of birth, birthday
        title: job title, position
        country: nation
        units in stock: stock, inventory, stock level, units on hand, stock on hand, inventory level
        quantity in stock: stock, inventory, stock level
        stock: inventory, stock on hand
        reorder level: reorder point, minimum stock
        units on order: quantity on order
        required date: due date, deadline
        due date: deadline
        shipped date: ship date, shipping date, shipment date
        ship date: shipped date, shipping date
        order date: date of order
        name: title
        duration: length, run time
        length: duration, running time
        milliseconds: duration, length
        address: street
        salary: pay, wage
        status: state
        lot number: lot, batch
        minutes: duration, time, lost time
        error code: error
        operator: worker
        city: town
    """;

    private static readonly FrozenDictionary<string, string[]> OfNouns = Read(Nouns);
    private static readonly FrozenDictionary<string, string[]> OfColumns = Read(ColumnWords);

    public static IReadOnlyList<string> OfNoun(string noun) => OfNouns.GetValueOrDefault(noun) ?? [];

    public static IReadOnlyList<string> OfColumn(string phrase) => OfColumns.GetValueOrDefault(phrase) ?? [];

    private static FrozenDictionary<string, string[]> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => line.Contains(':', StringComparison.Ordinal))
        .Select(line => line.Split(':'))
        .ToFrozenDictionary(p => p[0].Trim(), p => p[1].Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal);
}
