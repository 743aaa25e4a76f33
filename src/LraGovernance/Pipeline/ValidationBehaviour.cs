using FluentValidation;
using MediatR;

namespace LraGovernance.Pipeline;

internal sealed class ValidationBehaviour<TRequest, TResult>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            if (!outcome.IsValid)
            {
                throw new ValidationException(outcome.Errors);
            }
        }

        return await next();
    }
}
