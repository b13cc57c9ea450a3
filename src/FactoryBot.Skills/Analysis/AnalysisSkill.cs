using System.ComponentModel;
using FactoryBot.Skills.Analysis.Answers;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

internal sealed class AnalysisSkill(AskQuestion ask, FollowQuestion follow, RunStatement statement, DescribeSource describe, RecallQueries recall, VerifyAnswer verify) : ISkill, ISentenceReader
{
    public string Module => Modules.Analysis;

    public string Function => "analysis_ask";

    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.AccountsForAsync(asker, sentence, cancellationToken);

    public async ValueTask<bool> HasAnswerAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.IsVerifiedAsync(asker, sentence, cancellationToken);

    public async ValueTask<string?> FollowUpAsync(Asker asker, string sentence, bool alone, CancellationToken cancellationToken) =>
        await follow.FollowsAsync(asker, sentence, alone, cancellationToken) && !await ask.IsVerifiedAsync(asker, sentence, cancellationToken) ? "analysis_follow" : null;

    [SkillFunction("analysis_ask", Permission = Permissions.AnalysisView, Title = "Any question of a database", Help = "Top 5 customers by revenue this year", WholeSentence = true)]
    [Description("Answers a question about the data of a database in plain words: counts, sums, averages, lists, rankings, shares, comparisons of periods. "
        + "It reads the sentence itself and says which word it does not know. Use the other functions for OEE, downtime, production and scrap of the plant.")]
    public Task<SkillResult> AskAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("The whole question in English, with every condition in it.")] string question,
        [Description("Name of one source; leave out for whichever understands the question.")] string? source = null,
        CancellationToken cancellationToken = default) =>
        ask.AnswerAsync(asker, question, source, fresh: false, cancellationToken);

    [SkillFunction("analysis_follow", Permission = Permissions.AnalysisView, Title = "Change the last question", WholeSentence = true)]
    [Description("Changes the asker's last question of a database and answers it anew: another condition (\"only Germany\"), another time (\"and last year?\"), other groups (\"now by month\"), "
        + "the first few (\"top 5\"), another order, another chart. Takes the half sentence as it was said.")]
    public Task<SkillResult> FollowAsync(
        Asker asker, [Slot(SlotKind.FreeText), Description("The change, as it was said.")] string change, CancellationToken cancellationToken = default) =>
        follow.AnswerAsync(asker, change, cancellationToken);

    [SkillFunction("analysis_query", Permission = Permissions.AnalysisView, Title = "A query as a structure", WholeSentence = true)]
    [Description("Answers a question of a source's data that is given as a structure: entities, measures, groups, conditions. Use it where analysis_ask does not "
        + "understand the words. Names of entities and columns are those of the data sources that came with the question; analysis_describe tells more of them.")]
    public Task<SkillResult> QueryAsync(
        Asker asker,
        [Description(QueryGuide.Text)] string query,
        [Description("Name of the source; leave out where there is only one.")] string? source = null,
        CancellationToken cancellationToken = default) =>
        statement.QueryAsync(asker, query, source, null, cancellationToken);

    [SkillFunction("analysis_sql", Permission = Permissions.AnalysisQuery, Title = "SQL of one's own", WholeSentence = true)]
    [Description("Runs one SELECT statement of PostgreSQL, read only, within limits of time and rows. Prefer analysis_ask or analysis_query: use this only for what they cannot say. "
        + "Use the tables and columns that came with the question as they are written there, each table with its schema.")]
    public Task<SkillResult> SqlAsync(
        Asker asker,
        [Description("One SELECT statement (or WITH … SELECT), without parameters, comments or a semicolon. No system tables and no functions that reach the server.")] string sql,
        [Description("Name of the source; leave out where there is only one.")] string? source = null,
        CancellationToken cancellationToken = default) =>
        statement.SqlAsync(asker, sql, source, cancellationToken);

    [SkillFunction("analysis_describe", Permission = Permissions.AnalysisView, Title = "What can be asked of the databases",
        Subjects = ["data sources", "tables"])]
    [Description("Which databases can be asked, and what they know: entities with their columns and what people call them, keys between them, figures, conditions by name.")]
    [Example("Which data sources can I ask?")]
    [Example("what tables are there")]
    [Example("which data sources are connected")]
    [Example("show all data sources")]
    [Example("which tables can I query")]
    [Example("describe the data sources")]
    [Example("show the tables")]
    [Example("list the tables")]
    public Task<SkillResult> DescribeAsync(
        Asker asker,
        [Description("Name of one source; leave out for all.")] string? source = null,
        [Description("Words that say what is looked for, such as the question: what fits them is told first. Leave out for an overview.")] string? about = null,
        CancellationToken cancellationToken = default) =>
        describe.AnswerAsync(asker, source, about, cancellationToken);

    [SkillFunction("analysis_history", Permission = Permissions.AnalysisView, Title = "Your last queries", Subjects = ["last queries", "query history", "my queries"])]
    [Description("The asker's last queries of databases.")]
    [Example("Show my last queries")]
    [Example("what did I query before")]
    [Example("my query history")]
    [Example("list my recent queries")]
    [Example("which queries did I run")]
    [Example("show the query history")]
    public Task<SkillResult> HistoryAsync(Asker asker, CancellationToken cancellationToken = default) => recall.ListAsync(asker, cancellationToken);

    [SkillFunction("analysis_again", Permission = Permissions.AnalysisView, Title = "Run the last query again", Subjects = ["query again"])]
    [Description("Runs the asker's last query of a database again, on the data of now.")]
    [Example("Run that query again")]
    [Example("run the last query again")]
    [Example("repeat the last query")]
    [Example("rerun my last query")]
    [Example("refresh the last query")]
    [Example("do that query again")]
    [Example("run that again", Learned = false)]
    [Example("run this again", Learned = false)]
    [Example("run it again", Learned = false)]
    [Example("rerun that", Learned = false)]
    [Example("rerun it", Learned = false)]
    public Task<SkillResult> AgainAsync(Asker asker, CancellationToken cancellationToken = default) => recall.AgainAsync(asker, cancellationToken);

    [SkillFunction("analysis_chart", Permission = Permissions.AnalysisView, ShowsAgain = true, Title = "The last answer in another picture", Subjects = ["chart of the answer", "bar chart", "pie chart", "line chart", "as a table"])]
    [Description("Shows the asker's last answer, figures of the plant or of a database, again as another chart, or as a table alone.")]
    [Example("Show that as a bar chart")]
    [Example("as a pie chart please")]
    [Example("make it a line chart")]
    [Example("draw the last answer as a pie chart")]
    [Example("show the answer as a table")]
    [Example("that as a bar chart")]
    [Example("as a line chart")]
    [Example("as a table", Learned = false)]
    [Example("as a pie", Learned = false)]
    [Example("as bars", Learned = false)]
    public Task<SkillResult> ChartAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = ["bar=bar chart|bars|column chart|columns", "pie=pie chart|donut|ring", "line=line chart|lines", "table=as a table|plain table"]), Description("bar, pie, line or table")] string chart,
        CancellationToken cancellationToken = default) =>
        recall.ChartAsync(asker, chart, cancellationToken);

    [SkillFunction(AnswerCard.DrawVerb, Permission = Permissions.AnalysisView, Title = "The answer in another picture", ButtonOnly = true, OnlyShows = true)]
    [Description("Draws the rows of a stored query as another chart, or shows them as a table alone.")]
    public Task<SkillResult> DrawAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("The query's id.")] string query,
        [Slot(SlotKind.FreeText), Description("bar, pie, line or table")] string chart,
        CancellationToken cancellationToken = default) =>
        recall.DrawAsync(asker, query, chart, cancellationToken);

    [SkillFunction("analysis_page", Permission = Permissions.AnalysisView, Title = "The next rows of the last answer", Subjects = ["next page", "next rows", "previous page"])]
    [Description("Shows the next or the previous rows of the asker's last answer from a database.")]
    [Example("Next page of the rows")]
    [Example("next page")]
    [Example("show the next rows")]
    [Example("previous page of the rows")]
    [Example("the next page please")]
    [Example("go back to the previous page")]
    public Task<SkillResult> PageAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = ["next=following|further", "previous=earlier|back"]), Description("next or previous")] string direction,
        CancellationToken cancellationToken = default) =>
        recall.PageAsync(asker, direction == "previous", cancellationToken);

    [SkillFunction("analysis_show_sql", Permission = Permissions.AnalysisView, Title = "The SQL of the last query", Subjects = ["sql"])]
    [Description("The SQL statement behind the asker's last answer from a database.")]
    [Example("Show the SQL of my last query")]
    [Example("show me the sql")]
    [Example("which sql was that")]
    [Example("what sql did you run")]
    [Example("give me the sql of that query")]
    [Example("sql please")]
    public Task<SkillResult> ShowSqlAsync(Asker asker, CancellationToken cancellationToken = default) => recall.SqlAsync(asker, cancellationToken);

    [SkillFunction("analysis_verify", Permission = Permissions.AnalysisManage, Title = "Verify the last answer", Subjects = ["verify the answer", "verified answer"])]
    [Description("Marks the asker's last answer from a database as checked, so that its question is always answered this way.")]
    [Example("Verify the last answer")]
    [Example("mark the last answer as verified")]
    [Example("verify that answer")]
    [Example("this answer is verified")]
    [Example("mark that answer as verified")]
    [Example("verify the answer")]
    public Task<SkillResult> VerifyAsync(Asker asker, CancellationToken cancellationToken = default) => verify.VerifyAsync(asker, cancellationToken);

    [SkillFunction("analysis_safe_mode", Permission = Permissions.TenantManage, Title = "Safe mode of analysis", Subjects = ["safe mode"])]
    [Description("Switches safe mode on or off: in safe mode no SQL of one's own is run.")]
    [Example("Switch safe mode on")]
    [Example("turn safe mode off")]
    [Example("safe mode on")]
    [Example("enable safe mode")]
    [Example("disable safe mode")]
    [Example("safe mode off")]
    public Task<SkillResult> SafeModeAsync(
        Asker asker,
        [Slot(SlotKind.Choice, Values = ["on=enable|enabled|activate", "off=disable|disabled|deactivate"]), Description("on or off")] string state,
        CancellationToken cancellationToken = default) =>
        verify.SafeModeAsync(asker, state == "on", cancellationToken);
}
