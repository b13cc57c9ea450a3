using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Database;

/// <summary>How rows become records: <c>good_parts</c> fills <c>GoodParts</c>, a <c>date</c> is a <see cref="DateOnly"/>.</summary>
internal static class DapperSetup
{
    private static readonly Lazy<bool> Done = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new TimeHandler());
        return true;
    });

    public static void Once() => _ = Done.Value;

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly date ? date : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
            parameter.Value = value;
        }
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<TimeOnly>
    {
        public override TimeOnly Parse(object value) => value is TimeOnly time ? time : TimeOnly.FromTimeSpan((TimeSpan)value);

        public override void SetValue(IDbDataParameter parameter, TimeOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Time;
            parameter.Value = value;
        }
    }
}
