namespace FactoryBot.Skills.Analysis.Query;

/// <summary>How a query is written, for a model. Every field and every choice of <see cref="AnalysisQuery"/> stands here.</summary>
internal static class QueryGuide
{
    public const string Text =
        """
        JSON object. A list: {of: entity, show: [field], distinct}. Figures: {measures: [...], by: [...], keep_empty: true shows groups without rows as 0}. Both: where, order, limit.
        field: entity.column, or entity@key_column.column where several keys lead to the entity. formula: fields with + - * / ( ) and numbers, days(a, b), hours(a, b), minutes(a, b), hour(a).
        measures: [{name, aggregate: Count|CountDistinct|Sum|Average|Least|Most|Median, formula ("*" counts rows and needs entity), entity, unit, over: formula whose sum it is divided by (percent where unit is "%"), where: conditions for it alone}].
        by: [{field or entity, part of a date: Day|Week|Month|Quarter|Year|Hour|Weekday|MonthOfYear|HourOfDay, title}].
        where: [condition], all must hold. condition: {field, is: Equal|NotEqual|Less|AtMost|More|AtLeast|Between|Contains|StartsWith|EndsWith|Empty|NotEmpty, values: [text] (several for Equal mean any of them; days as 2026-11-20; Between has two, both included)},
          or other: field beside values; or overall: Average|Least|Most|... of the field over all rows, overall_per: field; or {has: entity, with: [condition]} for a related row; or {total: measure, per: entity, is, values}; or {any: [condition]}. not: true negates.
        having: [{measure: name, is, value, to (for Between), mean: true compares with the mean over all groups}].
        compute: [{name, kind: Ratio|Percent|Share|Growth|Difference|GrowthOverTime|ChangeOverTime|Running, left: measure name, right, times: a Ratio told for so many}].
        order: [{field: measure name or field, descending}]. limit: number, limit_within: n for the first rows within each of the first n groups, ties: true. arrange: order of the rows that limit leaves.
        fold: Average|Most|Least|Median of one measure over the last dimension, a part of a date ("average orders per month": by month, fold Average). verdict: {left: measure name, or of a list its entity, is, value, right: another figure's name instead of value} for a question of yes or no.
        Example: {"measures":[{"name":"Revenue","aggregate":"Sum","formula":"order_items.quantity * order_items.unit_price"}],"by":[{"entity":"customers"}],"where":[{"field":"orders.order_date","is":"Between","values":["2026-01-01","2026-12-31"]}],"order":[{"field":"Revenue","descending":true}],"limit":5}
        """;
}
