namespace FactoryBot.Api.Queries;

/// <summary>What can be wrong with a request for a query, each in its own words.</summary>
internal static class QueryFailures
{
    public static readonly Problem OneOf = new(StatusCodes.Status400BadRequest, "question-or-sql", "Give a question or a statement", "Give either question or sql, not both.");
    public static readonly Problem TooMany = new(StatusCodes.Status429TooManyRequests, "too-many-queries", "Too many queries are running", "Five queries of yours are running already; wait for one of them or cancel it.");
    public static readonly Problem NotFound = new(StatusCodes.Status404NotFound, "no-such-query", "There is no such query", "There is no query with this id that you may read.");
    public static readonly Problem Broke = new(StatusCodes.Status500InternalServerError, "query-failed", "The query failed", "The query did not come to an end; the log has the details.");
}
