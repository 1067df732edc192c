"""The follow-up of contracts: plan, meetings, reports, deviations with their sanctions, samples, evaluation."""
