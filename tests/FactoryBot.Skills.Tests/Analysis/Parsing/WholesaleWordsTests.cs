using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Tests.Analysis.Parsing;

/// <summary>A wholesaler's tables as they are found: short names, states in a table of their own, no declared keys, two worths of everything.</summary>
public sealed class WholesaleWordsTests
{
    private static readonly DateOnly Today = new(2026, 9, 30);
    private static readonly SchemaLexicon Wholesale = new(DraftModel.Of("wholesale", Catalog()));

    [Theory]
    [InlineData("overdue invoices per customer", "inv.due_dt < date '2026-09-30'", "exp_dt")]
    [InlineData("which purchase orders are overdue?", "exp_dt < date '2026-09-30'", "due_dt")]
    [InlineData("reserved stock per warehouse", "qty_rsvd", "qty_on_hand")]
    [InlineData("number of invoices and total net amount per month", "count(*)", "qty_on_hand")]
    [InlineData("customers who bought nothing this year", "not exists", "not (")]
    [InlineData("spend per supplier", "po_hdr", "main_supp_no")]
    [InlineData("stock value per warehouse", "std_cost", "unit_cost")]
    [InlineData("average purchase order value per supplier", "Average purchase order value", "Average cost per")]
    [InlineData("how many active suppliers do we have?", "active_yn = 'Y'", "distinct")]
    [InlineData("biggest invoice", "fetch first 1 rows with ties", "unit_cost")]
    [InlineData("goods issues per warehouse", "mvt_type = 'GI'", "qty_on_hand")]
    [InlineData("unpaid amount per customer", "paid = false", "qty_on_hand")]
    [InlineData("shipped orders per warehouse", "ship_dt is not null", "'SHP'")]
    [InlineData("paid invoices share per month", "inv_dt", "pmt_dt")]
    [InlineData("revenue share by item group", "over ()", "inv_dt")]
    [InlineData("invoices over 5000 euros", "net_amt > 5000", "vat_amt")]
    public void Read_AQuestion_IsTheRightQuery(string question, string with, string without)
    {
        var reading = Reader.Read(question, Wholesale, Today);
        Assert.True(reading.Query is not null, $"{reading.Declined} {reading.Ambiguous?.Words} {string.Join(", ", reading.Unknown)}");
        var sql = CompileQuery.Of(reading.Query!, Wholesale.Model).Sql;
        Assert.Contains(with.Replace("inv.", "i.", StringComparison.Ordinal), sql, StringComparison.Ordinal);
        Assert.DoesNotContain(without, sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StatesOfAnotherTable_LeaveTheCancelledOut() =>
        Assert.Contains("'cancelled'", CompileQuery.Of(Reader.Read("which purchase orders are overdue?", Wholesale, Today).Query!, Wholesale.Model).Sql, StringComparison.Ordinal);

    [Fact]
    public void Read_TwoWorthsOfOneWord_AsksWhichIsMeant() =>
        Assert.Equal(["Invoice value", "Sales order value"], Reader.Read("top 5 customers by revenue", Wholesale, Today).Ambiguous?.Choices.Select(c => c.Title).Order());

    [Theory]
    [InlineData("handled invoices per customer")]
    [InlineData("supplier managers")]
    [InlineData("number of invoices per invoice")]
    [InlineData("items with more than 100 on hand in Graz")]
    public void Read_WhatWouldDropAWordOrSayNothing_IsNotAnswered(string question) => Assert.Null(Reader.Read(question, Wholesale, Today).Query);

    private static Catalog Catalog() => new(
    [
        Table("supp", "supp_no int4", "supp_nm text=Ferrum AG|Omega", "active_yn text=Y|N"),
        Table("cust", "cust_no int4", "cust_nm text=Baumax|Fixit", "city text=Graz|Wien"),
        Table("whs", "whs_id int4", "whs_nm text=Main|North"),
        Table("item_grp", "grp_cd text", "grp_descr text=Seals|Pumps"),
        Table("item", "item_no text", "descr text=Seal|Pump", "grp_cd text", "std_cost numeric", "main_supp_no int4"),
        Table("stk_bal", "item_no text", "whs_id int4", "qty_on_hand int4", "qty_rsvd int4"),
        Table("stk_mvt", "mvt_id int4", "item_no text", "whs_id int4", "mvt_ts timestamp", "mvt_type text=GR|GI#GR = goods receipt, GI = goods issue", "qty int4"),
        Table("po_stat", "stat_cd text", "stat_descr text=open|closed|cancelled"),
        Table("po_hdr", "po_no int4", "supp_no int4", "ord_dt date", "exp_dt date", "recv_dt date?", "stat_cd text"),
        Table("po_line", "po_no int4", "line_no int4", "item_no text", "qty_ord int4", "unit_cost numeric"),
        Table("so_hdr", "so_no int4", "cust_no int4", "whs_id int4", "ord_dt date", "ship_dt date?", "stat text=OPN|SHP|INV#OPN = open, SHP = shipped, INV = invoiced"),
        Table("so_line", "so_no int4", "line_no int4", "item_no text", "qty int4", "unit_price numeric"),
        Table("inv", "inv_no int4", "so_no int4", "cust_no int4", "inv_dt date", "due_dt date", "net_amt numeric", "vat_amt numeric", "paid bool"),
        Table("pmt", "pmt_id int4", "inv_no int4", "pmt_dt date", "amt numeric"),
    ], []);

    // "name type", "?" where it may be empty, "=" its values, "#" its comment.
    private static CatalogTable Table(string name, params string[] columns)
    {
        var table = new CatalogTable { Schema = "public", Name = name, View = false, Rows = 2, Key = name is "stk_bal" or "po_line" or "so_line" ? [.. columns.Take(2).Select(c => c.Split(' ')[0])] : [columns[0].Split(' ')[0]] };
        table.Columns.AddRange(columns.Select(c =>
        {
            var (plain, comment) = c.Split('#') is [var before, var after] ? (before, after) : (c, null);
            var (typed, values) = plain.Split('=') is [var type, var list] ? (type, list.Split('|')) : (plain, null);
            var text = typed.EndsWith(" text", StringComparison.Ordinal);
            return new CatalogColumn
            {
                Name = typed.Split(' ')[0], Type = typed.Split(' ')[1].TrimEnd('?'), NotNull = !typed.EndsWith('?'), Comment = comment, AllValues = text, Values = values ?? (text ? [] : null),
                Youngest = typed.Contains(" date", StringComparison.Ordinal) ? new(2026, 9, 29) : null,
            };
        }));
        return table;
    }
}
