using System.Text;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>The tables of one FROM, each way walked once.</summary>
internal sealed class JoinTree
{
    private readonly SemanticModel model;
    private readonly Aliases aliases;
    private readonly List<JoinNode> nodes = [];

    public JoinTree(SemanticModel model, string root, Aliases aliases)
    {
        this.model = model;
        this.aliases = aliases;
        Root = new(model[root], aliases.Next(root), null, null);
        nodes.Add(Root);
    }

    public JoinNode Root { get; }

    /// <summary>Only rows that have what the node stands for: a group of nothing is no group.</summary>
    public void Require(IReadOnlyList<Step> way)
    {
        for (var i = 1; i <= way.Count; i++)
            required.Add(Node([.. way.Take(i)]));
    }

    private readonly HashSet<JoinNode> required = [];

    public bool Fans => nodes.Exists(n => n.Step is { Down: true });

    /// <summary>The way from the root to the entity of a field.</summary>
    public IReadOnlyList<Step> Way(string entity, string? via)
    {
        var root = Root.Entity.Name;
        if (via is null)
        {
            return model.Graph.Best(root, entity)?.Steps
                ?? throw new QueryException($"{SchemaNames.Plural(model[root].Noun)} and {SchemaNames.Plural(model[entity].Noun)} do not hang together in this database.");
        }

        var relation = model.Relations.FirstOrDefault(r => r.IsCalled(via) && r.To == entity && (r.From == root || model.Graph.Best(root, r.From) is not null))
            ?? throw new QueryException($"No key “{via}” leads to {entity}.");
        return [.. model.Graph.Best(root, relation.From)!.Steps, new(relation, false)];
    }

    /// <summary>The node at the end of a way; makes the joins that are missing.</summary>
    public JoinNode Node(IReadOnlyList<Step> way)
    {
        var node = Root;
        foreach (var step in way)
        {
            var parent = node;
            node = nodes.Find(n => n.Parent == parent && n.Step == step) ?? Add(parent, step);
        }

        return node;
    }

    /// <summary>How much of a way has been joined already: the first step to the many behind it needs a sub-query.</summary>
    public int FirstDown(IReadOnlyList<Step> way)
    {
        var node = Root;
        for (var i = 0; i < way.Count; i++)
        {
            var next = node is null ? null : nodes.Find(n => n.Parent == node && n.Step == way[i]);
            if (way[i].Down && next is null)
                return i;
            node = next;
        }

        return -1;
    }

    public string From()
    {
        var sql = new StringBuilder();
        foreach (var node in nodes)
        {
            if (node.Step is null)
                sql.Append(Sql.Table(node.Entity)).Append(' ').Append(node.Alias);
            else
                sql.Append('\n').Append(node.Step.Down || required.Contains(node) ? "join " : "left join ").Append(Sql.Table(node.Entity)).Append(' ').Append(node.Alias)
                    .Append(" on ").Append(On(node.Step, node.Parent!.Alias, node.Alias, model));
        }

        return sql.ToString();
    }

    public static string On(Step step, string parent, string child, SemanticModel model)
    {
        var (mine, theirs) = step.Down ? (step.Relation.ToColumns, step.Relation.FromColumns) : (step.Relation.FromColumns, step.Relation.ToColumns);
        return string.Join(" and ", mine.Zip(theirs, (a, b) => $"{child}.{Sql.Column(model[step.To], b)} = {parent}.{Sql.Column(model[step.From], a)}"));
    }

    private JoinNode Add(JoinNode parent, Step step)
    {
        var node = new JoinNode(model[step.To], aliases.Next(step.To), parent, step);
        nodes.Add(node);
        return node;
    }
}

internal sealed record JoinNode(Entity Entity, string Alias, JoinNode? Parent, Step? Step);

/// <summary>Short names for tables: customers is c, the second one c2.</summary>
internal sealed class Aliases
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public string Next(string entity)
    {
        var letters = string.Concat(entity.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => w[0]));
        letters = letters.Length == 0 || letters is "as" or "by" or "on" or "or" or "in" or "is" or "to" or "do" or "if" or "end" ? "t" + letters : letters;
        var count = used[letters] = used.GetValueOrDefault(letters) + 1;
        return count == 1 ? letters : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letters}{count}");
    }
}
