using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Guard;

/// <summary>Functions that compute and nothing else. What is not here is refused, whatever a server or an extension adds.</summary>
internal static class AllowedFunctions
{
    private const string Names = """
        count sum avg min max stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp regr_slope regr_intercept regr_r2 regr_count
        bool_and bool_or every mode percentile_cont percentile_disc string_agg array_agg
        row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
        abs ceil ceiling floor round trunc sign sqrt cbrt power exp ln log log10 mod div greatest least pi random width_bucket
        lower upper initcap length char_length character_length trim btrim ltrim rtrim substring substr left right position strpos replace split_part concat concat_ws
        reverse translate starts_with ascii chr to_char to_number to_date to_timestamp
        coalesce nullif cast extract date_part date_trunc date_bin age now make_date make_interval make_timestamp justify_days justify_hours isfinite
        exists in any all some row values array cardinality array_length unnest filter over partition within grouping rollup cube sets
        and or not case when then else end select from where having on using with as distinct between like ilike similar is by interval numeric decimal varchar char character
        timestamp time timestamptz bit precision float union intersect except limit offset lateral materialized recursive order join return
        """;

    private static readonly FrozenSet<string> Set = Names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string name) => Set.Contains(name);
}
