using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Evaluation;

internal static class EvaluationStore
{
    public static Task HideAsync(TenantScope scope, int setId, int role, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new(
            "update documents.document_set set lowest_role = @role where tenant_id = @TenantId and set_id = @setId",
            new { scope.TenantId, setId, role },
            cancellationToken: cancellationToken));

    public static Task RemoveAsync(TenantScope scope, string set, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new(
            """
            delete from documents.posting p using documents.document_set s
            where s.tenant_id = @TenantId and s.name = @set and p.tenant_id = s.tenant_id and p.set_id = s.set_id;
            delete from documents.document d using documents.document_set s
            where s.tenant_id = @TenantId and s.name = @set and d.tenant_id = s.tenant_id and d.set_id = s.set_id;
            delete from documents.failed_file f using documents.document_set s
            where s.tenant_id = @TenantId and s.name = @set and f.tenant_id = s.tenant_id and f.set_id = s.set_id;
            delete from documents.document_set where tenant_id = @TenantId and name = @set
            """,
            new { scope.TenantId, set },
            cancellationToken: cancellationToken));
}
