using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Everyday words that mean the same in any business, a set a line. Where a schema has a word of its own, that one wins.</summary>
internal static class Synonyms
{
    private const string Nouns = """
        product, item, article, good, sku, merchandise
        customer, client, buyer, account, purchaser, shopper
        supplier, vendor
        employee, worker, staff member, colleague, member of staff, team member
        salesperson, sales rep, seller, sales agent, sales representative, employee
        technician, mechanic, fitter, engineer, maintenance worker, service engineer, craftsman, worker, employee
        agent, support agent, employee
        operator, worker
        driver, trucker, chauffeur
        order, sales order, purchase, sale
        purchase order, po, supplier order, delivery, purchase
        order detail, order line, order item, line item, order position
        invoice line, invoice item, line item, invoice position
        purchase order line, purchase line, line item, purchase order position, purchase order item
        invoice, bill
        payment, transaction
        category, product group, product category
        shipper, carrier, freight company, shipping company, haulier, forwarder, transport company, freight forwarder
        shipment, delivery, consignment
        parcel, package
        asset, machine, equipment, device, installation
        machine, equipment, workcenter, work center, device
        asset class, machine class, machine type, asset type, equipment type, equipment class
        work order, job, task, maintenance order, repair order, maintenance job, repair job
        ticket, issue, case, support request, incident, request
        spare part, part, component, spare
        part, component
        part usage, parts usage, part consumption, usage, consumption
        labour entry, labor entry, time entry, time booking, timesheet, time log
        downtime factor, downtime reason, stop reason, downtime cause
        stop, downtime event, stoppage
        downtime, stop, stoppage
        quality issue, defect, complaint
        failure, breakdown, fault, malfunction
        meter reading, reading, measurement
        inspection, check, audit
        store, shop, branch, outlet
        warehouse, depot, distribution center, distribution centre, hub
        location, site
        plant, factory, facility, site
        vehicle, truck, lorry, van, car
        trip, tour, journey, run
        route, lane
        film, movie
        inventory, copy
        track, song, tune
        album, record, lp
        artist, band, musician, singer
        genre, music style, musical style, style
        media type, format, file type, file format
        actor, performer
        country, nation
        city, town
        region, territory
        staff, employee, staff member
        department, division
        team, crew
        doctor, physician
        patient, case
        appointment, visit
        reservation, booking
        passenger, traveler, traveller, flyer
        aircraft, plane, airplane, aeroplane
        crew member, crew, staff, employee
        diagnosis, illness, disease, condition
        prescription, script
        enrollment, registration, enrolment
        course, class
        grade, mark
        rental, hire, car rental
        match, game, fixture
        goal, score
        payslip, salary slip, pay slip
        position, job, role
        branch, location, office
        plan, tariff, price plan
        subscriber, customer
        call, phone call
        student, pupil, learner
        teacher, instructor, lecturer, professor
        book, title
        author, writer
        loan, borrowing, lending
        review, rating, feedback
        user, member
        contract, agreement
        comment, note
        topic, subject, category
        member, user, patron, reader
        fine, penalty
        medicine, drug, medication
        ward, station
        admission, hospital stay, stay
        specialty, speciality, specialisation, specialization, field
        insurer, insurance, health insurer, insurance company
        meter, counter
        maintenance order, maintenance job, maintenance task, work order, order
        copy, book copy
        borrower, patron, reader, library member, library user
        hold, reservation
        problem, fault, issue
        meal, dish
        dish, meal, menu item
        courier, rider, driver
        restaurant, diner, eatery
        policyholder, insured, customer, client
        lesson, class
        property, real estate
        tenant, renter, lessee
        lease, rental contract
        claim, insurance claim
        policy, insurance policy
        airport, airfield
        room, hotel room
        guest, visitor
        donation, gift
        donor, giver
        campaign, marketing campaign
        lead, prospect
        deal, opportunity
        """;

    private const string ColumnWords = """
        freight, shipping cost, freight cost, shipping charge, shipping fee, freight charge, freight charges
        quantity, units, pieces, number of units, amount sold, number of pieces
        unit price, price, list price, price per unit, selling price
        unit cost, cost, price, cost per unit, unit price
        purchase cost, purchase price, acquisition cost, cost
        price, list price, cost
        rental rate, rental price, rental fee
        homepage, website, web site, web page, url
        website, homepage, url, web site
        fax, fax number
        mobile, mobile number, mobile phone, cell phone
        phone, phone number, telephone, telephone number
        email, email address, mail, mail address
        contact email, email address, email, mail address, mail
        postal code, zip, zip code, postcode
        hire date, hiring date, date of hire, start date
        birth date, date of birth, birthday
        job title, position, title, role
        title, job title, position
        trade, craft, occupation
        country, nation
        city, town
        units in stock, stock, inventory, stock level, units on hand, stock on hand, inventory level
        quantity in stock, stock, inventory, stock level
        quantity on hand, stock, inventory, stock level, stock on hand, units in stock, quantity in stock, on hand, units on hand, pieces on hand, on hand quantity
        quantity reserved, reserved stock, stock reserved, reserved, units reserved, reserved units
        quantity ordered, quantity order, units ordered
        quantity received, units received
        stock, inventory, stock on hand, stock level
        reorder level, reorder point, minimum stock, minimum
        minimum quantity, minimum stock, reorder level, reorder point, minimum, minimum level
        units on order, quantity on order
        required date, due date, deadline
        msrp, list price, retail price, recommended price
        due date, deadline
        shipped date, ship date, shipping date, shipment date
        order date, date of order
        name, title
        duration, length, run time, running time
        length, duration, running time
        milliseconds, duration, length, running time, play time, playing time
        bytes, size, file size
        address, street
        salary, pay, wage, income, compensation
        hourly rate, wage, pay, rate, hourly wage
        status, state
        type, kind
        lot number, lot, batch
        minutes, duration, time
        error code, error
        operator, worker
        weight, mass
        distance, mileage, kilometers, kilometres
        capacity, volume
        kilometers, distance, mileage
        kilometres, distance, mileage
        km, distance, mileage, kilometers
        criticality, importance
        manufacturer, maker, make, brand
        lead time days, lead time, delivery time
        stars, rating, score
        rating, score, stars
        composer, written by, songwriter
        land, country
        art, type, kind
        stand, reading, meter reading
        area, surface, floor space
        pages, length, number of pages
        remark, comment, note
        consumption, usage, energy, energy consumption, energy used
        beds, number of beds
        salary, pay, wage, earnings, monthly salary
        severity, seriousness
        contact name, contact person, contact
        contact, contact person, contact name
        fare, ticket price, price, airfare
        attendance, spectators, audience, visitors
        attendees, attendance, visitors, participants, audience, guests
        participants, attendees, attendance, visitors
        page count, pages, number of pages, length
        renewals, extensions
        account manager, responsible, person responsible
        """;

    private static readonly string[][] Kinds = [["class", "type"], ["group", "category"]];

    private static readonly FrozenDictionary<string, string[]> OfNouns = Read(Nouns);
    private static readonly FrozenDictionary<string, string[]> OfColumns = Read(ColumnWords);

    /// <summary>Things of one word that any business speaks of.</summary>
    public static IEnumerable<string> SingleNouns => OfNouns.Keys.Where(k => k.Length > 2 && !k.Contains(' ', StringComparison.Ordinal));

    /// <summary>Of the noun itself; where it has none, of its first or last word: a machine class where the schema says asset class.</summary>
    public static IReadOnlyList<string> OfNoun(string noun)
    {
        if (OfNouns.TryGetValue(noun, out var found))
            return found;
        if (noun.Split(' ') is not [var first, .., var last] words)
            return [];
        // A vehicle class is its type, a product group its category.
        var kinds = Array.Find(Kinds, k => k.Contains(last))?.Where(k => k != last).Select(k => string.Join(' ', words[..^1].Append(k))) ?? [];
        var heads = OfNouns.GetValueOrDefault(last)?.Where(s => !s.Contains(' ', StringComparison.Ordinal)).Select(s => string.Join(' ', words[..^1].Append(s))) ?? [];
        var owners = OfNouns.GetValueOrDefault(first)?.Where(s => !s.Contains(' ', StringComparison.Ordinal)).Select(s => string.Join(' ', words[1..].Prepend(s))) ?? [];
        return [.. heads, .. owners, .. kinds];
    }

    public static IReadOnlyList<string> OfColumn(string phrase) => OfColumns.GetValueOrDefault(phrase) ?? [];

    // A word may stand in several sets: an engineer is a technician here and an employee there.
    private static FrozenDictionary<string, string[]> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
        .SelectMany(set => set.Select(word => (word, Others: set.Where(o => o != word))))
        .GroupBy(p => p.word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(p => p.Others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
