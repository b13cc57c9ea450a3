using System.Collections.Frozen;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Schemas of German-speaking plants under English words: "rechnungsdatum" is the invoice date, "kunden_nr" the customer number. Compounds are cut
/// into words that are known. Words that are English as well ("art", "stand") are no part of it; they are synonyms.</summary>
internal static class German
{
    private const string Table = """
        kunde customer; kunden customer; lieferant supplier; lieferanten supplier; artikel product; produkt product; produkte product; ware product; waren product; erzeugnis product; erzeugnisse product
        bestellung order; bestellungen order; auftrag order; auftrage order; auftraege order; rechnung invoice; rechnungen invoice; lieferschein delivery note; lieferscheine delivery note; lieferung delivery; lieferungen delivery
        angebot quote; angebote quote; vertrag contract; vertrage contract; vertraege contract; zahlung payment; zahlungen payment; mahnung reminder; mahnungen reminder; gutschrift credit note; gutschriften credit note; reklamation complaint; reklamationen complaint
        mitarbeiter employee; mitarbeiterin employee; angestellte employee; vorgesetzter manager; vorgesetzte manager; leiter manager; abteilung department; abteilungen department; schicht shift; schichten shift
        maschine machine; maschinen machine; anlage machine; anlagen machine; gerat device; geraet device; gerate device; geraete device; zaehler meter; zahler meter; messung measurement; messungen measurement; ablesung reading; ablesungen reading; ablese reading; messwert measured value
        werk plant; werke plant; halle hall; hallen hall; linie line; linien line; lager warehouse; lagerort storage location; lagerbestand stock; bestand stock; bestande stock; bestaende stock; mindestbestand minimum stock; standort site; standorte site; filiale branch; filialen branch; gebaeude building; gebaude building; raum room; raume room; raeume room
        fahrzeug vehicle; fahrzeuge vehicle; fahrer driver; fahrt trip; fahrten trip; strecke route; strecken route; sendung shipment; sendungen shipment; spedition carrier; spediteur carrier; kennzeichen license plate; kilometer kilometers
        wartung maintenance; wartungen maintenance; instandhaltung maintenance; reparatur repair; reparaturen repair; storung fault; stoerung fault; storungen fault; stoerungen fault; stillstand downtime; stillstande downtime; stillstaende downtime; ausschuss scrap; fehler defect; prufung inspection; pruefung inspection; ersatzteil spare part; ersatzteile spare part; teil part; teile part; bauteil component; bauteile component
        fertigung production; produktion production; betrieb operation; material material; rohstoff raw material; rohstoffe raw material; charge batch; chargen batch; stuckliste bill of material; stueckliste bill of material; arbeitsplatz work center; arbeitsgang operation
        projekt project; projekte project; aufgabe task; aufgaben task; termin appointment; termine appointment; patienten patient; arzt doctor; aerzte doctor; arzte doctor; schuler student; schueler student; lehrer teacher; kurs course; kurse course; buch book; bucher book; buecher book; ausleihe loan; ausleihen loan
        kategorie category; kategorien category; warengruppe category; gruppe group; gruppen group; bereich area; bereiche area; einheit unit; einheiten unit
        bezeichnung name; beschreibung description; vorname first name; nachname last name; firma company; firmenname company name; anrede title; adresse address; anschrift address; strasse street; ort city; stadt city; plz postal code; postleitzahl postal code; bundesland state; telefon phone; handy mobile phone; fax fax
        nummer number; nr number; kennung code; kurzel code; kuerzel code; schlussel key; schluessel key; datum date; uhrzeit time; zeit time; zeitpunkt time; beginn start; anfang start; ende end; dauer duration; jahr year; monat month; woche week; stunde hour; stunden hours; minuten minutes; sekunden seconds; tage days
        geburt birth; geburtsdatum birth date; eintritt hire; eintrittsdatum hire date; austritt leaving; austrittsdatum leaving date; einbau installation; erstellt created; angelegt created; geandert updated; geaendert updated; geliefert delivered; versendet shipped; versand shipping; bezahlt paid; fallig due; faellig due; falligkeit due; faelligkeit due; erledigt completed; abgeschlossen completed; gemeldet reported; geplant planned; storniert cancelled; gekundigt terminated; gekuendigt terminated; geschlossen closed; geoffnet opened; eroffnet opened; gultig valid; gueltig valid; eichung calibration; bis until; von from; am on
        preis price; stuckpreis unit price; stueckpreis unit price; einzelpreis unit price; einkaufspreis purchase price; verkaufspreis selling price; listenpreis list price; betrag amount; summe total; gesamt total; gesamtpreis total price; gesamtbetrag total amount; umsatz revenue; kosten cost; gewinn profit; rabatt discount; steuer tax; mehrwertsteuer vat; wahrung currency; waehrung currency; gehalt salary; lohn wage; stundenlohn hourly rate; stundensatz hourly rate; budget budget; kostenstelle cost center
        menge quantity; anzahl number; stuck pieces; stueck pieces; stuckzahl quantity; stueckzahl quantity; gewicht weight; lange length; laenge length; breite width; hohe height; hoehe height; flache area; flaeche area; temperatur temperature; druck pressure; leistung power; verbrauch consumption; energie energy; strom electricity; wasser water; warme heat; waerme heat; kapazitat capacity; kapazitaet capacity; alter age; grosse size; groesse size; farbe color
        zustand condition; prioritat priority; prioritaet priority; grund reason; ursache cause; bemerkung remark; bemerkungen remark; notiz note; notizen note; kommentar comment; hersteller manufacturer; modell model; seriennummer serial number; baujahr build year; aktiv active; gesperrt blocked; verantwortlicher responsible; verantwortlich responsible; beruf occupation; geschlecht sex; sprache language; herkunft origin; ziel destination; verkauf sale; verkaufe sale; verkaeufe sale; einkauf purchasing; vertrieb sales
        offen open; hoch high; mittel medium; niedrig low; dringend urgent; mannlich male; maennlich male; weiblich female; ja yes; nein no; neu new; gut good; schlecht bad; defekt broken; verfugbar available; verfuegbar available; laufend running; positionen position; position position; bestell order; prozent percent; kredit credit; limit limit; vertreter sales rep; konditionen terms; skonto cash discount; preisliste price list; durchschnitt average; mindest minimum; bestellmenge order quantity; liefermenge delivered quantity; bewertung rating; bewertungen rating; mitglied member; mitglieder member; verein club; veranstaltung event; veranstaltungen event; buchung booking; buchungen booking; konto account; konten account; benutzer user; nutzer user
        vermietung rental; vermietungen rental; miete rent; mieten rent; mieter tenant; mietvertrag lease; schaden damage; schaeden damage; klasse class; klassen class; tages daily; jahres annual; monats monthly; wochen weekly; tagespreis daily price; fuehrerschein driving licence; fuhrerschein driving licence
        abhol pickup; abholung pickup; ruckgabe return; rueckgabe return; behoben fixed; gelost resolved; geloest resolved; eroeffnet opened; kaution deposit; gebuhr fee; gebuehr fee; gebuhren fee; gebuehren fee; kilometerstand mileage; sitze seats; sitzplatze seats; sitzplaetze seats; kraftstoff fuel; getriebe transmission
        behandlung treatment; behandlungen treatment; diagnose diagnosis; diagnosen diagnosis; medikament medication; medikamente medication; rezept prescription; rezepte prescription; krankenkasse insurer; krankenkassen insurer; station ward; stationen ward; aufnahme admission; entlassung discharge; termine appointment; praxis practice; versichert insured; versicherung insurance; blutgruppe blood type
        autor author; autoren author; verlag publisher; verlage publisher; titel title; seiten pages; exemplar copy; exemplare copy; leser reader; erscheinungsjahr publication year; sparte section; note grade; noten grade; fach subject; facher subject; faecher subject; unterricht lesson; prufungen exam; pruefungen exam; semester semester; student student; studenten student; einschreibung enrollment; einschreibungen enrollment
        mannschaft team; mannschaften team; spieler player; spiel match; spiele match; tor goal; tore goal; trainer coach; liga league; saison season; zuschauer attendance; schiedsrichter referee; stadion stadium
        zugang receipt; zugange receipt; abgang issue; umlagerung transfer; palette pallet; paletten pallet; regal shelf; sendungen shipment; paket parcel; pakete parcel; empfanger recipient; empfaenger recipient; absender sender; zustellung delivery; gewerk trade; tarif tariff; tarife tariff; anruf call; anrufe call; anschluss line; rufnummer phone number
        bestelldatum order date; lieferdatum delivery date; liefertermin promised delivery date; liefertermine promised delivery date; wunschtermin requested date; wareneingang goods receipt; warenausgang goods issue; lieferzeit lead time; faelligkeitsdatum due date; einstellungsdatum hire date; arbeitszeit working time; arbeitszeiten working time; urlaub leave; krankheit sickness; abwesenheit absence; abwesenheiten absence; stundenzettel timesheet; gehalter salary; gehaelter salary; zuschlag surcharge; lohnart pay type; brutto gross; netto net
        """;

    private static readonly FrozenDictionary<string, string> Words = Table.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' ', 2)).DistinctBy(p => p[0]).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly string[] Joints = ["", "s", "n", "en", "e", "es"];

    /// <summary>What a German word is in English; null where it is none that is known.</summary>
    public static string? Of(string word)
    {
        var plain = Sentence.Fold(word).Replace("ß", "ss", StringComparison.Ordinal);
        if (Words.TryGetValue(plain, out var known))
            return known;
        if (plain.Length > 6 && First(plain) is { } joined)
            return joined;
        // The longest last word first: "rechnungsnummer" is a number of an invoice.
        for (var cut = 3; cut <= plain.Length - Shortest(plain) && plain.Length > 7; cut++)
        {
            if (Words.TryGetValue(plain[cut..], out var last) && First(plain[..cut]) is { } first)
                return $"{first} {last}";
        }

        return null;
    }

    // "Kundennr": the one short word that names end with.
    private static int Shortest(string name) => name.EndsWith("nr", StringComparison.Ordinal) ? 2 : 3;

    private static string? First(string text)
    {
        foreach (var joint in Joints)
        {
            if (text.Length - joint.Length >= 3 && text.EndsWith(joint, StringComparison.Ordinal) && Words.TryGetValue(text[..^joint.Length], out var found))
                return found;
        }

        return null;
    }
}
