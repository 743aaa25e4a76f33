CREATE TABLE "agenda" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "data" TEXT NULL,
    CONSTRAINT "PK_agenda" PRIMARY KEY ("kind", "key")
);


CREATE TABLE "answers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_answers" PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "option" TEXT NOT NULL,
    "reason" TEXT NULL,
    "name_typed" TEXT NOT NULL,
    "document_hash" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "assurance" TEXT NOT NULL,
    "through" TEXT NOT NULL,
    "hasty" INTEGER NOT NULL,
    "superseded_at" INTEGER NULL
);


CREATE TABLE "asked_figures" (
    "service" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "question" TEXT NULL,
    "answer" TEXT NULL,
    CONSTRAINT "PK_asked_figures" PRIMARY KEY ("service", "month", "reference")
);


CREATE TABLE "bodies" (
    "service" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "chair_seat" TEXT NULL,
    "casting_vote" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "PK_bodies" PRIMARY KEY ("service", "key")
);


CREATE TABLE "bookmarks" (
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "event_name" TEXT NULL,
    "since" INTEGER NOT NULL,
    CONSTRAINT "PK_bookmarks" PRIMARY KEY ("instance_id", "bookmark_id")
);


CREATE TABLE "case_numbers" (
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "PK_case_numbers" PRIMARY KEY ("service", "kind", "financial_year")
);


CREATE TABLE "case_papers" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_case_papers" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "changes" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "variation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "raised_at" INTEGER NOT NULL,
    "business_case" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "communication" TEXT NOT NULL,
    "review_on" TEXT NULL,
    "needs_formal_decision" INTEGER NOT NULL,
    "finance" TEXT NULL,
    "state" TEXT NOT NULL,
    "paper_hash" TEXT NULL,
    "outcome" TEXT NULL,
    "closed_at" INTEGER NULL,
    "produced_version" TEXT NULL,
    "in_force_from" TEXT NULL,
    "row_version" INTEGER NOT NULL,
    CONSTRAINT "PK_changes" PRIMARY KEY ("service", "number")
);


CREATE TABLE "decision_requests" (
    "id" TEXT NOT NULL CONSTRAINT "PK_decision_requests" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "instance_key" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    "bookmark_id" TEXT NOT NULL,
    "body_key" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NULL,
    "paper_kind" TEXT NOT NULL,
    "paper_key" TEXT NOT NULL,
    "document_hash" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "chair_seat" TEXT NULL,
    "casting_vote" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "deadline_at" INTEGER NULL,
    "closed_at" INTEGER NULL,
    "closed_because" TEXT NULL,
    "row_version" INTEGER NOT NULL
);


CREATE TABLE "deputies" (
    "id" TEXT NOT NULL CONSTRAINT "PK_deputies" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "body_key" TEXT NOT NULL,
    "for_person_id" TEXT NOT NULL,
    "deputy_person_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL
);


CREATE TABLE "equality_assessments" (
    "service" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "screening" TEXT NULL,
    "context" TEXT NULL,
    "consultation" TEXT NULL,
    "judgement" TEXT NULL,
    "reasons" TEXT NULL,
    "full" TEXT NULL,
    "senior_signed_at" INTEGER NULL,
    "lead_signed_at" INTEGER NULL,
    "returned_because" TEXT NULL,
    CONSTRAINT "PK_equality_assessments" PRIMARY KEY ("service", "case_number")
);


CREATE TABLE "evidence" (
    "specification_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "PK_evidence" PRIMARY KEY ("specification_id", "kind")
);


CREATE TABLE "exceptions" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reference" TEXT NULL,
    "first" TEXT NULL,
    "clause" TEXT NULL,
    "straight_to_board" INTEGER NOT NULL,
    "up_after_working_days" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "raised_at" INTEGER NOT NULL,
    "raised_by_id" TEXT NULL,
    "handling" TEXT NOT NULL,
    "handling_text" TEXT NULL,
    "handled_at" INTEGER NULL,
    "cause" TEXT NULL,
    "actions" TEXT NULL,
    "board_decision" TEXT NULL,
    "board_reasons" TEXT NULL,
    "board_decided_at" INTEGER NULL,
    "paper_hash" TEXT NULL,
    "closed_at" INTEGER NULL,
    "outcome" TEXT NULL,
    CONSTRAINT "PK_exceptions" PRIMARY KEY ("service", "number")
);


CREATE TABLE "formal_decisions" (
    "service" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "instance_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "paper_key" TEXT NOT NULL,
    "paper_hash" TEXT NOT NULL,
    "notice_from" TEXT NOT NULL,
    "taker" TEXT NULL,
    "is_key" INTEGER NULL,
    "agreed" INTEGER NULL,
    "decided_on" TEXT NULL,
    "reference" TEXT NULL,
    "reasons" TEXT NULL,
    "options_rejected" TEXT NULL,
    "interests" TEXT NULL,
    "call_in_until" TEXT NULL,
    "recorded_at" INTEGER NULL,
    CONSTRAINT "PK_formal_decisions" PRIMARY KEY ("service", "task_id")
);


CREATE TABLE "handled_commands" (
    "command_id" TEXT NOT NULL CONSTRAINT "PK_handled_commands" PRIMARY KEY,
    "command" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "result_case" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "held_stimuli" (
    "instance_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "stimulus" TEXT NOT NULL,
    "caused_by" TEXT NULL,
    CONSTRAINT "PK_held_stimuli" PRIMARY KEY ("instance_id", "ordinal")
);


CREATE TABLE "incidents" (
    "id" TEXT NOT NULL CONSTRAINT "PK_incidents" PRIMARY KEY,
    "instance_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "exception" TEXT NULL,
    "at" INTEGER NOT NULL,
    "retried_at" INTEGER NULL
);


CREATE TABLE "indicator_figures" (
    "id" TEXT NOT NULL CONSTRAINT "PK_indicator_figures" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by_id" TEXT NOT NULL,
    "comment" TEXT NULL,
    "reason" TEXT NULL,
    "public_since" INTEGER NULL
);


CREATE TABLE "instances" (
    "id" TEXT NOT NULL CONSTRAINT "PK_instances" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "definition_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "parent_bookmark_id" TEXT NULL,
    "correlation_id" TEXT NULL,
    "status" TEXT NOT NULL,
    "state" TEXT NULL,
    "journal_length" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL,
    "row_version" INTEGER NOT NULL
);


CREATE TABLE "interests" (
    "id" TEXT NOT NULL CONSTRAINT "PK_interests" PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "journal" (
    "instance_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "activity_id" TEXT NOT NULL,
    "activity_type" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_journal" PRIMARY KEY ("instance_id", "sequence")
);


CREATE TABLE "kpi_rounds" (
    "service" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "evaluated_at" INTEGER NULL,
    "published_at" INTEGER NULL,
    CONSTRAINT "PK_kpi_rounds" PRIMARY KEY ("service", "month")
);


CREATE TABLE "link_tokens" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_link_tokens" PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "invitation_id" TEXT NULL,
    "mail_id" TEXT NOT NULL,
    "minted_at" INTEGER NOT NULL,
    "expires_at" INTEGER NULL,
    "used_at" INTEGER NULL
);


CREATE TABLE "meetings" (
    "id" TEXT NOT NULL CONSTRAINT "PK_meetings" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "body_key" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "date" TEXT NOT NULL
);


CREATE TABLE "minutes" (
    "id" TEXT NOT NULL CONSTRAINT "PK_minutes" PRIMARY KEY,
    "paper_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "endorsed" INTEGER NOT NULL,
    "agreed" TEXT NOT NULL,
    "comments" TEXT NOT NULL,
    "attendance" TEXT NOT NULL,
    "recorded_at" INTEGER NOT NULL
);


CREATE TABLE "named_dates" (
    "service" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    CONSTRAINT "PK_named_dates" PRIMARY KEY ("service", "financial_year", "key")
);


CREATE TABLE "non_working_days" (
    "service" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "PK_non_working_days" PRIMARY KEY ("service", "date")
);


CREATE TABLE "out_of_tolerance_runs" (
    "service" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "run" TEXT NOT NULL,
    "found_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "exception" TEXT NULL,
    CONSTRAINT "PK_out_of_tolerance_runs" PRIMARY KEY ("service", "reference", "first")
);


CREATE TABLE "outbox" (
    "id" TEXT NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "invitation_id" TEXT NULL,
    "data" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "process" TEXT NULL,
    "instance_key" TEXT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "give_up_after" INTEGER NOT NULL,
    "queued_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "delivered_at" INTEGER NULL,
    "unknown_at" INTEGER NULL,
    "last_error" TEXT NULL,
    "carried_by" TEXT NULL
);


CREATE TABLE "people" (
    "id" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL
);


CREATE TABLE "person_salts" (
    "person_id" TEXT NOT NULL CONSTRAINT "PK_person_salts" PRIMARY KEY,
    "salt" BLOB NOT NULL
);


CREATE TABLE "pinned_definitions" (
    "definition_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "pinned_at" INTEGER NOT NULL,
    CONSTRAINT "PK_pinned_definitions" PRIMARY KEY ("definition_id", "version")
);


CREATE TABLE "plan_activities" (
    "service" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "removed" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "superseded_at" INTEGER NULL,
    "reason" TEXT NULL,
    CONSTRAINT "PK_plan_activities" PRIMARY KEY ("service", "financial_year", "number", "version")
);


CREATE TABLE "plan_revisions" (
    "service" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_plan_revisions" PRIMARY KEY ("service", "financial_year", "number")
);


CREATE TABLE "pre_election_periods" (
    "service" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "PK_pre_election_periods" PRIMARY KEY ("service", "from")
);


CREATE TABLE "public_comments" (
    "id" TEXT NOT NULL CONSTRAINT "PK_public_comments" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "clause_id" TEXT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "outcome" TEXT NULL,
    "reason" TEXT NULL,
    "answered_at" INTEGER NULL,
    "answered_by_id" TEXT NULL
);


CREATE TABLE "publications" (
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "exempt_paragraph" INTEGER NULL,
    "due_at" INTEGER NULL,
    "held_until" TEXT NULL,
    "public_since" INTEGER NULL,
    "changed_by_id" TEXT NULL,
    "changed_at" INTEGER NULL,
    CONSTRAINT "PK_publications" PRIMARY KEY ("service", "kind", "key")
);


CREATE TABLE "questions" (
    "id" TEXT NOT NULL CONSTRAINT "PK_questions" PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "task_id" TEXT NOT NULL,
    "answer" TEXT NULL,
    "answered_at" INTEGER NULL
);


CREATE TABLE "record_entries" (
    "service" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "process" TEXT NULL,
    "instance_key" TEXT NULL,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "PK_record_entries" PRIMARY KEY ("service", "sequence")
);


CREATE TABLE "record_heads" (
    "service" TEXT NOT NULL CONSTRAINT "PK_record_heads" PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);


CREATE TABLE "record_personal_texts" (
    "service" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "PK_record_personal_texts" PRIMARY KEY ("service", "sequence", "name")
);


CREATE TABLE "report_sentences" (
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "cites" TEXT NOT NULL,
    CONSTRAINT "PK_report_sentences" PRIMARY KEY ("service", "kind", "financial_year", "position")
);


CREATE TABLE "reports" (
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "compiled_at" INTEGER NOT NULL,
    "hash" TEXT NULL,
    "returned_because" TEXT NULL,
    "published_at" INTEGER NULL,
    "row_version" INTEGER NOT NULL,
    CONSTRAINT "PK_reports" PRIMARY KEY ("service", "kind", "financial_year")
);


CREATE TABLE "review_comments" (
    "id" TEXT NOT NULL CONSTRAINT "PK_review_comments" PRIMARY KEY,
    "specification_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "task_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role_title" TEXT NOT NULL,
    "clause_id" TEXT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "role_holdings" (
    "id" TEXT NOT NULL CONSTRAINT "PK_role_holdings" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "role_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    "scope" TEXT NULL
);


CREATE TABLE "roles" (
    "service" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    CONSTRAINT "PK_roles" PRIMARY KEY ("service", "key")
);


CREATE TABLE "service_plans" (
    "service" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "frame" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NULL,
    "returned_because" TEXT NULL,
    "answers_version" TEXT NULL,
    "in_force_since" INTEGER NULL,
    CONSTRAINT "PK_service_plans" PRIMARY KEY ("service", "financial_year")
);


CREATE TABLE "services" (
    "key" TEXT NOT NULL CONSTRAINT "PK_services" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "pack" TEXT NOT NULL,
    "loaded_at" INTEGER NOT NULL
);


CREATE TABLE "settings" (
    "service" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "PK_settings" PRIMARY KEY ("service", "key")
);


CREATE TABLE "specifications" (
    "id" TEXT NOT NULL CONSTRAINT "PK_specifications" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "major" INTEGER NULL,
    "minor" INTEGER NOT NULL,
    "frame" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "revision_hash" TEXT NULL,
    "started_from" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "published_at" INTEGER NULL,
    "in_force_from" TEXT NULL,
    "in_force_until" TEXT NULL
);


CREATE TABLE "tasks" (
    "id" TEXT NOT NULL CONSTRAINT "PK_tasks" PRIMARY KEY,
    "service" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "instance_key" TEXT NOT NULL,
    "instance_id" TEXT NULL,
    "bookmark_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NULL,
    "guidance" TEXT NULL,
    "role" TEXT NOT NULL,
    "all" INTEGER NOT NULL,
    "subject" TEXT NULL,
    "state" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "last_safe_day" TEXT NULL,
    "safe_for" TEXT NULL,
    "safe_for_day" TEXT NULL,
    "late" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "closed_because" TEXT NULL,
    "row_version" INTEGER NOT NULL
);


CREATE TABLE "thread_links" (
    "service" TEXT NOT NULL,
    "from_kind" TEXT NOT NULL,
    "from_key" TEXT NOT NULL,
    "to_kind" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_thread_links" PRIMARY KEY ("service", "from_kind", "from_key", "to_kind", "to_key")
);


CREATE TABLE "variation_agreements" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "agrees" INTEGER NOT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "PK_variation_agreements" PRIMARY KEY ("service", "number", "role")
);


CREATE TABLE "variation_assessments" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "alters_objective" INTEGER NOT NULL,
    "objective_reason" TEXT NOT NULL,
    "objectives" TEXT NOT NULL,
    "contravenes_policy" INTEGER NOT NULL,
    "policy_reason" TEXT NOT NULL,
    "affects_budget" INTEGER NOT NULL,
    "budget_reason" TEXT NOT NULL,
    "substantive" INTEGER NOT NULL,
    "fundamental" INTEGER NOT NULL,
    "equality_relevant" INTEGER NOT NULL,
    CONSTRAINT "PK_variation_assessments" PRIMARY KEY ("service", "number", "side")
);


CREATE TABLE "variation_sections" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    CONSTRAINT "PK_variation_sections" PRIMARY KEY ("service", "number", "section")
);


CREATE TABLE "variations" (
    "service" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "raised_by_id" TEXT NULL,
    "raised_at" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "based_on_version" TEXT NOT NULL,
    "based_on_hash" TEXT NOT NULL,
    "exception" TEXT NULL,
    "state" TEXT NOT NULL,
    "class" TEXT NULL,
    "moved_up_at" INTEGER NULL,
    "moved_up_because" TEXT NULL,
    "closed_at" INTEGER NULL,
    "produced_version" TEXT NULL,
    "produced_specification_id" TEXT NULL,
    "in_force_from" TEXT NULL,
    "row_version" INTEGER NOT NULL,
    CONSTRAINT "PK_variations" PRIMARY KEY ("service", "number")
);


CREATE TABLE "seats" (
    "service" TEXT NOT NULL,
    "body_key" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role_key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "capacity" TEXT NOT NULL,
    CONSTRAINT "PK_seats" PRIMARY KEY ("service", "body_key", "key"),
    CONSTRAINT "FK_seats_bodies_service_body_key" FOREIGN KEY ("service", "body_key") REFERENCES "bodies" ("service", "key") ON DELETE CASCADE
);


CREATE TABLE "invitations" (
    "id" TEXT NOT NULL CONSTRAINT "PK_invitations" PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "seat_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role_title" TEXT NOT NULL,
    "capacity" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "on_behalf_of_id" TEXT NULL,
    "interested" INTEGER NOT NULL,
    "passed_on_at" INTEGER NULL,
    "last_sent_at" INTEGER NULL,
    CONSTRAINT "FK_invitations_decision_requests_request_id" FOREIGN KEY ("request_id") REFERENCES "decision_requests" ("id") ON DELETE CASCADE
);


CREATE TABLE "papers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_papers" PRIMARY KEY,
    "meeting_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT NOT NULL,
    "classification" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "past_pathway" TEXT NOT NULL,
    "future_pathway" TEXT NOT NULL,
    "recommendations" TEXT NOT NULL,
    "attachment_kind" TEXT NOT NULL,
    "attachment_key" TEXT NOT NULL,
    "attachment_hash" TEXT NOT NULL,
    "instance_id" TEXT NOT NULL,
    CONSTRAINT "FK_papers_meetings_meeting_id" FOREIGN KEY ("meeting_id") REFERENCES "meetings" ("id") ON DELETE CASCADE
);


CREATE TABLE "draft_choices" (
    "specification_id" TEXT NOT NULL,
    "piece" TEXT NOT NULL,
    "in_force" TEXT NOT NULL,
    "taken" INTEGER NOT NULL,
    "reason" TEXT NULL,
    "person_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_draft_choices" PRIMARY KEY ("specification_id", "piece", "in_force"),
    CONSTRAINT "FK_draft_choices_specifications_specification_id" FOREIGN KEY ("specification_id") REFERENCES "specifications" ("id") ON DELETE CASCADE
);


CREATE TABLE "draft_clauses" (
    "specification_id" TEXT NOT NULL,
    "clause_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "objective" INTEGER NOT NULL,
    "indicator" TEXT NULL,
    "plan_answers" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    CONSTRAINT "PK_draft_clauses" PRIMARY KEY ("specification_id", "clause_id"),
    CONSTRAINT "FK_draft_clauses_specifications_specification_id" FOREIGN KEY ("specification_id") REFERENCES "specifications" ("id") ON DELETE CASCADE
);


CREATE TABLE "specification_revisions" (
    "specification_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_specification_revisions" PRIMARY KEY ("specification_id", "number"),
    CONSTRAINT "FK_specification_revisions_specifications_specification_id" FOREIGN KEY ("specification_id") REFERENCES "specifications" ("id") ON DELETE CASCADE
);


CREATE TABLE "task_assignees" (
    "task_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "done_at" INTEGER NULL,
    "outcome" TEXT NULL,
    CONSTRAINT "PK_task_assignees" PRIMARY KEY ("task_id", "person_id"),
    CONSTRAINT "FK_task_assignees_tasks_task_id" FOREIGN KEY ("task_id") REFERENCES "tasks" ("id") ON DELETE CASCADE
);


CREATE INDEX "IX_agenda_due_at_kind_key" ON "agenda" ("due_at", "kind", "key");


CREATE INDEX "IX_answers_request_id" ON "answers" ("request_id");


CREATE UNIQUE INDEX "ix_answers_standing" ON "answers" ("invitation_id") WHERE superseded_at IS NULL;


CREATE INDEX "IX_asked_figures_service_reference_period" ON "asked_figures" ("service", "reference", "period");


CREATE INDEX "IX_bookmarks_event_name" ON "bookmarks" ("event_name") WHERE event_name IS NOT NULL;


CREATE INDEX "IX_case_papers_service_kind_key_at" ON "case_papers" ("service", "kind", "key", "at");


CREATE UNIQUE INDEX "IX_decision_requests_instance_id_bookmark_id" ON "decision_requests" ("instance_id", "bookmark_id");


CREATE INDEX "IX_decision_requests_service_paper_kind_paper_key" ON "decision_requests" ("service", "paper_kind", "paper_key");


CREATE INDEX "IX_deputies_service_body_key_for_person_id" ON "deputies" ("service", "body_key", "for_person_id");


CREATE INDEX "IX_formal_decisions_service_paper_kind_paper_key" ON "formal_decisions" ("service", "paper_kind", "paper_key");


CREATE INDEX "IX_incidents_instance_id_at" ON "incidents" ("instance_id", "at");


CREATE INDEX "ix_incidents_open" ON "incidents" ("at") WHERE retried_at IS NULL;


CREATE INDEX "IX_indicator_figures_service_at" ON "indicator_figures" ("service", "at");


CREATE UNIQUE INDEX "IX_indicator_figures_service_reference_period_sequence" ON "indicator_figures" ("service", "reference", "period", "sequence");


CREATE UNIQUE INDEX "IX_instances_definition_id_service_key" ON "instances" ("definition_id", "service", "key");


CREATE INDEX "IX_instances_parent_id_parent_bookmark_id" ON "instances" ("parent_id", "parent_bookmark_id");


CREATE INDEX "IX_instances_service_financial_year" ON "instances" ("service", "financial_year");


CREATE UNIQUE INDEX "IX_interests_invitation_id" ON "interests" ("invitation_id");


CREATE INDEX "IX_invitations_person_id" ON "invitations" ("person_id");


CREATE UNIQUE INDEX "ix_invitations_standing" ON "invitations" ("request_id", "seat_key") WHERE passed_on_at IS NULL;


CREATE INDEX "IX_link_tokens_invitation_id" ON "link_tokens" ("invitation_id");


CREATE UNIQUE INDEX "IX_meetings_service_body_key_date" ON "meetings" ("service", "body_key", "date");


CREATE UNIQUE INDEX "IX_minutes_paper_id" ON "minutes" ("paper_id");


CREATE INDEX "IX_outbox_carried_by" ON "outbox" ("carried_by");


CREATE INDEX "IX_outbox_invitation_id" ON "outbox" ("invitation_id");


CREATE INDEX "ix_outbox_pending" ON "outbox" ("person_id") WHERE state = 'Pending';


CREATE UNIQUE INDEX "IX_outbox_template_person_id_occurrence" ON "outbox" ("template", "person_id", "occurrence");


CREATE INDEX "IX_papers_instance_id_attachment_hash" ON "papers" ("instance_id", "attachment_hash");


CREATE INDEX "IX_papers_meeting_id" ON "papers" ("meeting_id");


CREATE UNIQUE INDEX "IX_people_email" ON "people" ("email");


CREATE UNIQUE INDEX "ix_plan_activities_standing" ON "plan_activities" ("service", "financial_year", "number") WHERE superseded_at IS NULL;


CREATE INDEX "IX_public_comments_service_at" ON "public_comments" ("service", "at");


CREATE INDEX "IX_questions_request_id" ON "questions" ("request_id");


CREATE UNIQUE INDEX "IX_questions_task_id" ON "questions" ("task_id");


CREATE INDEX "IX_record_entries_service_event_sequence" ON "record_entries" ("service", "event", "sequence");


CREATE INDEX "IX_record_entries_service_subject_sequence" ON "record_entries" ("service", "subject", "sequence");


CREATE INDEX "IX_record_personal_texts_person_id" ON "record_personal_texts" ("person_id");


CREATE INDEX "IX_review_comments_specification_id_revision" ON "review_comments" ("specification_id", "revision");


CREATE INDEX "IX_role_holdings_person_id" ON "role_holdings" ("person_id");


CREATE INDEX "IX_role_holdings_service_role_key" ON "role_holdings" ("service", "role_key");


CREATE INDEX "IX_specification_revisions_hash" ON "specification_revisions" ("hash");


CREATE INDEX "IX_specifications_service_financial_year" ON "specifications" ("service", "financial_year");


CREATE INDEX "ix_task_assignees_waiting" ON "task_assignees" ("person_id") WHERE done_at IS NULL;


CREATE INDEX "IX_tasks_instance_id_bookmark_id" ON "tasks" ("instance_id", "bookmark_id");


CREATE INDEX "IX_thread_links_service_to_kind_to_key" ON "thread_links" ("service", "to_kind", "to_key");


CREATE INDEX "IX_variations_service_financial_year_state" ON "variations" ("service", "financial_year", "state");


