CREATE TABLE agenda (
    kind text NOT NULL,
    key text NOT NULL,
    service text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    data text,
    CONSTRAINT "PK_agenda" PRIMARY KEY (kind, key)
);


CREATE TABLE answers (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    option text NOT NULL,
    reason text,
    name_typed text NOT NULL,
    document_hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    assurance text NOT NULL,
    through text NOT NULL,
    hasty boolean NOT NULL,
    superseded_at timestamp with time zone,
    CONSTRAINT "PK_answers" PRIMARY KEY (id)
);


CREATE TABLE asked_figures (
    service text NOT NULL,
    month text NOT NULL,
    reference text NOT NULL,
    period text NOT NULL,
    scope text NOT NULL,
    state text NOT NULL,
    question text,
    answer text,
    CONSTRAINT "PK_asked_figures" PRIMARY KEY (service, month, reference)
);


CREATE TABLE bodies (
    service text NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    rule text NOT NULL,
    quorum integer NOT NULL,
    chair_seat text,
    casting_vote boolean NOT NULL,
    source text NOT NULL,
    CONSTRAINT "PK_bodies" PRIMARY KEY (service, key)
);


CREATE TABLE bookmarks (
    instance_id uuid NOT NULL,
    bookmark_id text NOT NULL,
    activity_id text NOT NULL,
    name text NOT NULL,
    event_name text,
    since timestamp with time zone NOT NULL,
    CONSTRAINT "PK_bookmarks" PRIMARY KEY (instance_id, bookmark_id)
);


CREATE TABLE case_numbers (
    service text NOT NULL,
    kind text NOT NULL,
    financial_year text NOT NULL,
    last integer NOT NULL,
    CONSTRAINT "PK_case_numbers" PRIMARY KEY (service, kind, financial_year)
);


CREATE TABLE case_papers (
    hash text NOT NULL,
    service text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    json text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_case_papers" PRIMARY KEY (hash)
);


CREATE TABLE changes (
    service text NOT NULL,
    number text NOT NULL,
    financial_year text NOT NULL,
    variation text NOT NULL,
    title text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    business_case text NOT NULL,
    options text NOT NULL,
    communication text NOT NULL,
    review_on date,
    needs_formal_decision boolean NOT NULL,
    finance text,
    state text NOT NULL,
    paper_hash text,
    outcome text,
    closed_at timestamp with time zone,
    produced_version text,
    in_force_from date,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_changes" PRIMARY KEY (service, number)
);


CREATE TABLE decision_requests (
    id uuid NOT NULL,
    service text NOT NULL,
    process text NOT NULL,
    instance_key text NOT NULL,
    instance_id uuid NOT NULL,
    bookmark_id text NOT NULL,
    body_key text NOT NULL,
    body_name text NOT NULL,
    title text NOT NULL,
    about text,
    paper_kind text NOT NULL,
    paper_key text NOT NULL,
    document_hash text NOT NULL,
    options text[] NOT NULL,
    rule text NOT NULL,
    quorum integer NOT NULL,
    chair_seat text,
    casting_vote boolean NOT NULL,
    state text NOT NULL,
    outcome text,
    opened_at timestamp with time zone NOT NULL,
    deadline_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_because text,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_decision_requests" PRIMARY KEY (id)
);


CREATE TABLE deputies (
    id uuid NOT NULL,
    service text NOT NULL,
    body_key text NOT NULL,
    for_person_id uuid NOT NULL,
    deputy_person_id uuid NOT NULL,
    "from" date NOT NULL,
    "to" date,
    CONSTRAINT "PK_deputies" PRIMARY KEY (id)
);


CREATE TABLE equality_assessments (
    service text NOT NULL,
    case_number text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    screening text,
    context text,
    consultation text,
    judgement text,
    reasons text,
    "full" text,
    senior_signed_at timestamp with time zone,
    lead_signed_at timestamp with time zone,
    returned_because text,
    CONSTRAINT "PK_equality_assessments" PRIMARY KEY (service, case_number)
);


CREATE TABLE evidence (
    specification_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    source text NOT NULL,
    CONSTRAINT "PK_evidence" PRIMARY KEY (specification_id, kind)
);


CREATE TABLE exceptions (
    service text NOT NULL,
    number text NOT NULL,
    source text NOT NULL,
    matter text NOT NULL,
    nature text NOT NULL,
    title text NOT NULL,
    what text NOT NULL,
    reference text,
    first text,
    clause text,
    straight_to_board boolean NOT NULL,
    up_after_working_days integer NOT NULL,
    state text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    raised_by_id uuid,
    handling text NOT NULL,
    handling_text text,
    handled_at timestamp with time zone,
    cause text,
    actions text,
    board_decision text,
    board_reasons text,
    board_decided_at timestamp with time zone,
    paper_hash text,
    closed_at timestamp with time zone,
    outcome text,
    CONSTRAINT "PK_exceptions" PRIMARY KEY (service, number)
);


CREATE TABLE formal_decisions (
    service text NOT NULL,
    task_id uuid NOT NULL,
    process text NOT NULL,
    instance_key text NOT NULL,
    title text NOT NULL,
    paper_kind text NOT NULL,
    paper_key text NOT NULL,
    paper_hash text NOT NULL,
    notice_from date NOT NULL,
    taker text,
    is_key boolean,
    agreed boolean,
    decided_on date,
    reference text,
    reasons text,
    options_rejected text,
    interests text,
    call_in_until date,
    recorded_at timestamp with time zone,
    CONSTRAINT "PK_formal_decisions" PRIMARY KEY (service, task_id)
);


CREATE TABLE handled_commands (
    command_id uuid NOT NULL,
    command text NOT NULL,
    fingerprint text NOT NULL,
    result_case text NOT NULL,
    result text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_handled_commands" PRIMARY KEY (command_id)
);


CREATE TABLE held_stimuli (
    instance_id uuid NOT NULL,
    ordinal integer NOT NULL,
    stimulus text NOT NULL,
    caused_by uuid,
    CONSTRAINT "PK_held_stimuli" PRIMARY KEY (instance_id, ordinal)
);


CREATE TABLE incidents (
    id uuid NOT NULL,
    instance_id uuid NOT NULL,
    activity_id text NOT NULL,
    message text NOT NULL,
    exception text,
    at timestamp with time zone NOT NULL,
    retried_at timestamp with time zone,
    CONSTRAINT "PK_incidents" PRIMARY KEY (id)
);


CREATE TABLE indicator_figures (
    id uuid NOT NULL,
    service text NOT NULL,
    reference text NOT NULL,
    period text NOT NULL,
    sequence integer NOT NULL,
    value numeric NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    comment text,
    reason text,
    public_since timestamp with time zone,
    CONSTRAINT "PK_indicator_figures" PRIMARY KEY (id)
);


CREATE TABLE instances (
    id uuid NOT NULL,
    service text NOT NULL,
    definition_id text NOT NULL,
    version integer NOT NULL,
    key text NOT NULL,
    financial_year text NOT NULL,
    parent_id uuid,
    parent_bookmark_id text,
    correlation_id text,
    status text NOT NULL,
    state text,
    journal_length bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_instances" PRIMARY KEY (id)
);


CREATE TABLE interests (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    nature text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_interests" PRIMARY KEY (id)
);


CREATE TABLE journal (
    instance_id uuid NOT NULL,
    sequence bigint NOT NULL,
    activity_id text NOT NULL,
    activity_type text NOT NULL,
    event text NOT NULL,
    outcome text,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_journal" PRIMARY KEY (instance_id, sequence)
);


CREATE TABLE kpi_rounds (
    service text NOT NULL,
    month text NOT NULL,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    evaluated_at timestamp with time zone,
    published_at timestamp with time zone,
    CONSTRAINT "PK_kpi_rounds" PRIMARY KEY (service, month)
);


CREATE TABLE link_tokens (
    hash text NOT NULL,
    purpose text NOT NULL,
    person_id uuid NOT NULL,
    invitation_id uuid,
    mail_id uuid NOT NULL,
    minted_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    used_at timestamp with time zone,
    CONSTRAINT "PK_link_tokens" PRIMARY KEY (hash)
);


CREATE TABLE meetings (
    id uuid NOT NULL,
    service text NOT NULL,
    body_key text NOT NULL,
    body_name text NOT NULL,
    date date NOT NULL,
    CONSTRAINT "PK_meetings" PRIMARY KEY (id)
);


CREATE TABLE minutes (
    id uuid NOT NULL,
    paper_id uuid NOT NULL,
    reference text NOT NULL,
    endorsed boolean NOT NULL,
    agreed boolean[] NOT NULL,
    comments text NOT NULL,
    attendance text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_minutes" PRIMARY KEY (id)
);


CREATE TABLE named_dates (
    service text NOT NULL,
    financial_year text NOT NULL,
    key text NOT NULL,
    date date NOT NULL,
    title text NOT NULL,
    CONSTRAINT "PK_named_dates" PRIMARY KEY (service, financial_year, key)
);


CREATE TABLE non_working_days (
    service text NOT NULL,
    date date NOT NULL,
    why text NOT NULL,
    CONSTRAINT "PK_non_working_days" PRIMARY KEY (service, date)
);


CREATE TABLE out_of_tolerance_runs (
    service text NOT NULL,
    reference text NOT NULL,
    first text NOT NULL,
    run text NOT NULL,
    found_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    exception text,
    CONSTRAINT "PK_out_of_tolerance_runs" PRIMARY KEY (service, reference, first)
);


CREATE TABLE outbox (
    id uuid NOT NULL,
    service text NOT NULL,
    template text NOT NULL,
    person_id uuid NOT NULL,
    invitation_id uuid,
    data text NOT NULL,
    occurrence text NOT NULL,
    process text,
    instance_key text,
    state text NOT NULL,
    attempts integer NOT NULL,
    give_up_after integer NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    unknown_at timestamp with time zone,
    last_error text,
    carried_by uuid,
    CONSTRAINT "PK_outbox" PRIMARY KEY (id)
);


CREATE TABLE people (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY (id)
);


CREATE TABLE person_salts (
    person_id uuid NOT NULL,
    salt bytea NOT NULL,
    CONSTRAINT "PK_person_salts" PRIMARY KEY (person_id)
);


CREATE TABLE pinned_definitions (
    definition_id text NOT NULL,
    version integer NOT NULL,
    hash text NOT NULL,
    json text NOT NULL,
    pinned_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_pinned_definitions" PRIMARY KEY (definition_id, version)
);


CREATE TABLE plan_activities (
    service text NOT NULL,
    financial_year text NOT NULL,
    number text NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    removed boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone,
    reason text,
    CONSTRAINT "PK_plan_activities" PRIMARY KEY (service, financial_year, number, version)
);


CREATE TABLE plan_revisions (
    service text NOT NULL,
    financial_year text NOT NULL,
    number integer NOT NULL,
    hash text NOT NULL,
    json text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_plan_revisions" PRIMARY KEY (service, financial_year, number)
);


CREATE TABLE pre_election_periods (
    service text NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    why text NOT NULL,
    CONSTRAINT "PK_pre_election_periods" PRIMARY KEY (service, "from")
);


CREATE TABLE public_comments (
    id uuid NOT NULL,
    service text NOT NULL,
    version text NOT NULL,
    clause_id text,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text,
    reason text,
    answered_at timestamp with time zone,
    answered_by_id uuid,
    CONSTRAINT "PK_public_comments" PRIMARY KEY (id)
);


CREATE TABLE publications (
    service text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    address text NOT NULL,
    classification text NOT NULL,
    exempt_paragraph integer,
    due_at timestamp with time zone,
    held_until date,
    public_since timestamp with time zone,
    changed_by_id uuid,
    changed_at timestamp with time zone,
    CONSTRAINT "PK_publications" PRIMARY KEY (service, kind, key)
);


CREATE TABLE questions (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    task_id uuid NOT NULL,
    answer text,
    answered_at timestamp with time zone,
    CONSTRAINT "PK_questions" PRIMARY KEY (id)
);


CREATE TABLE record_entries (
    service text NOT NULL,
    sequence bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    event text NOT NULL,
    subject text NOT NULL,
    process text,
    instance_key text,
    body text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT "PK_record_entries" PRIMARY KEY (service, sequence)
);


CREATE TABLE record_heads (
    service text NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT "PK_record_heads" PRIMARY KEY (service)
);


CREATE TABLE record_personal_texts (
    service text NOT NULL,
    sequence bigint NOT NULL,
    name text NOT NULL,
    person_id uuid NOT NULL,
    text text NOT NULL,
    CONSTRAINT "PK_record_personal_texts" PRIMARY KEY (service, sequence, name)
);


CREATE TABLE report_sentences (
    service text NOT NULL,
    kind text NOT NULL,
    financial_year text NOT NULL,
    position integer NOT NULL,
    section text NOT NULL,
    text text NOT NULL,
    cites text[] NOT NULL,
    CONSTRAINT "PK_report_sentences" PRIMARY KEY (service, kind, financial_year, position)
);


CREATE TABLE reports (
    service text NOT NULL,
    kind text NOT NULL,
    financial_year text NOT NULL,
    state text NOT NULL,
    facts text NOT NULL,
    compiled_at timestamp with time zone NOT NULL,
    hash text,
    returned_because text,
    published_at timestamp with time zone,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_reports" PRIMARY KEY (service, kind, financial_year)
);


CREATE TABLE review_comments (
    id uuid NOT NULL,
    specification_id uuid NOT NULL,
    revision integer NOT NULL,
    task_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role_title text NOT NULL,
    clause_id text,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_review_comments" PRIMARY KEY (id)
);


CREATE TABLE role_holdings (
    id uuid NOT NULL,
    service text NOT NULL,
    role_key text NOT NULL,
    person_id uuid NOT NULL,
    "from" date NOT NULL,
    "to" date,
    scope text,
    CONSTRAINT "PK_role_holdings" PRIMARY KEY (id)
);


CREATE TABLE roles (
    service text NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    side text NOT NULL,
    CONSTRAINT "PK_roles" PRIMARY KEY (service, key)
);


CREATE TABLE service_plans (
    service text NOT NULL,
    financial_year text NOT NULL,
    state text NOT NULL,
    frame text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    hash text,
    returned_because text,
    answers_version text,
    in_force_since timestamp with time zone,
    CONSTRAINT "PK_service_plans" PRIMARY KEY (service, financial_year)
);


CREATE TABLE services (
    key text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    authority text NOT NULL,
    pack text NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_services" PRIMARY KEY (key)
);


CREATE TABLE settings (
    service text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    CONSTRAINT "PK_settings" PRIMARY KEY (service, key)
);


CREATE TABLE specifications (
    id uuid NOT NULL,
    service text NOT NULL,
    financial_year text NOT NULL,
    title text NOT NULL,
    state text NOT NULL,
    major integer,
    minor integer NOT NULL,
    frame text NOT NULL,
    revision integer NOT NULL,
    revision_hash text,
    started_from text,
    opened_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    in_force_from date,
    in_force_until date,
    CONSTRAINT "PK_specifications" PRIMARY KEY (id)
);


CREATE TABLE tasks (
    id uuid NOT NULL,
    service text NOT NULL,
    process text NOT NULL,
    instance_key text NOT NULL,
    instance_id uuid,
    bookmark_id text,
    kind text NOT NULL,
    title text NOT NULL,
    about text,
    guidance text,
    role text NOT NULL,
    "all" boolean NOT NULL,
    subject text,
    state text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    last_safe_day date,
    safe_for text,
    safe_for_day date,
    late boolean NOT NULL,
    closed_at timestamp with time zone,
    closed_because text,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_tasks" PRIMARY KEY (id)
);


CREATE TABLE thread_links (
    service text NOT NULL,
    from_kind text NOT NULL,
    from_key text NOT NULL,
    to_kind text NOT NULL,
    to_key text NOT NULL,
    why text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_thread_links" PRIMARY KEY (service, from_kind, from_key, to_kind, to_key)
);


CREATE TABLE variation_agreements (
    service text NOT NULL,
    number text NOT NULL,
    role text NOT NULL,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    agrees boolean NOT NULL,
    reason text,
    CONSTRAINT "PK_variation_agreements" PRIMARY KEY (service, number, role)
);


CREATE TABLE variation_assessments (
    service text NOT NULL,
    number text NOT NULL,
    side text NOT NULL,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    alters_objective boolean NOT NULL,
    objective_reason text NOT NULL,
    objectives text NOT NULL,
    contravenes_policy boolean NOT NULL,
    policy_reason text NOT NULL,
    affects_budget boolean NOT NULL,
    budget_reason text NOT NULL,
    substantive boolean NOT NULL,
    fundamental boolean NOT NULL,
    equality_relevant boolean NOT NULL,
    CONSTRAINT "PK_variation_assessments" PRIMARY KEY (service, number, side)
);


CREATE TABLE variation_sections (
    service text NOT NULL,
    number text NOT NULL,
    section text NOT NULL,
    CONSTRAINT "PK_variation_sections" PRIMARY KEY (service, number, section)
);


CREATE TABLE variations (
    service text NOT NULL,
    number text NOT NULL,
    financial_year text NOT NULL,
    title text NOT NULL,
    raised_by text NOT NULL,
    raised_by_id uuid,
    raised_at timestamp with time zone NOT NULL,
    why text NOT NULL,
    impact text NOT NULL,
    proposal text NOT NULL,
    based_on_version text NOT NULL,
    based_on_hash text NOT NULL,
    exception text,
    state text NOT NULL,
    class text,
    moved_up_at timestamp with time zone,
    moved_up_because text,
    closed_at timestamp with time zone,
    produced_version text,
    produced_specification_id uuid,
    in_force_from date,
    row_version bigint NOT NULL,
    CONSTRAINT "PK_variations" PRIMARY KEY (service, number)
);


CREATE TABLE seats (
    service text NOT NULL,
    body_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    role_key text NOT NULL,
    place integer NOT NULL,
    capacity text NOT NULL,
    CONSTRAINT "PK_seats" PRIMARY KEY (service, body_key, key),
    CONSTRAINT "FK_seats_bodies_service_body_key" FOREIGN KEY (service, body_key) REFERENCES bodies (service, key) ON DELETE CASCADE
);


CREATE TABLE invitations (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    seat_key text NOT NULL,
    position integer NOT NULL,
    role_title text NOT NULL,
    capacity text NOT NULL,
    person_id uuid NOT NULL,
    on_behalf_of_id uuid,
    interested boolean NOT NULL,
    passed_on_at timestamp with time zone,
    last_sent_at timestamp with time zone,
    CONSTRAINT "PK_invitations" PRIMARY KEY (id),
    CONSTRAINT "FK_invitations_decision_requests_request_id" FOREIGN KEY (request_id) REFERENCES decision_requests (id) ON DELETE CASCADE
);


CREATE TABLE papers (
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    title text NOT NULL,
    authors text NOT NULL,
    classification text NOT NULL,
    division text NOT NULL,
    past_pathway text NOT NULL,
    future_pathway text NOT NULL,
    recommendations text[] NOT NULL,
    attachment_kind text NOT NULL,
    attachment_key text NOT NULL,
    attachment_hash text NOT NULL,
    instance_id uuid NOT NULL,
    CONSTRAINT "PK_papers" PRIMARY KEY (id),
    CONSTRAINT "FK_papers_meetings_meeting_id" FOREIGN KEY (meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);


CREATE TABLE draft_choices (
    specification_id uuid NOT NULL,
    piece text NOT NULL,
    in_force text NOT NULL,
    taken boolean NOT NULL,
    reason text,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_draft_choices" PRIMARY KEY (specification_id, piece, in_force),
    CONSTRAINT "FK_draft_choices_specifications_specification_id" FOREIGN KEY (specification_id) REFERENCES specifications (id) ON DELETE CASCADE
);


CREATE TABLE draft_clauses (
    specification_id uuid NOT NULL,
    clause_id text NOT NULL,
    position integer NOT NULL,
    section text NOT NULL,
    heading text NOT NULL,
    text text NOT NULL,
    outcome text NOT NULL,
    objective boolean NOT NULL,
    indicator text,
    plan_answers boolean NOT NULL,
    source text NOT NULL,
    text_hash text NOT NULL,
    CONSTRAINT "PK_draft_clauses" PRIMARY KEY (specification_id, clause_id),
    CONSTRAINT "FK_draft_clauses_specifications_specification_id" FOREIGN KEY (specification_id) REFERENCES specifications (id) ON DELETE CASCADE
);


CREATE TABLE specification_revisions (
    specification_id uuid NOT NULL,
    number integer NOT NULL,
    hash text NOT NULL,
    json text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_specification_revisions" PRIMARY KEY (specification_id, number),
    CONSTRAINT "FK_specification_revisions_specifications_specification_id" FOREIGN KEY (specification_id) REFERENCES specifications (id) ON DELETE CASCADE
);


CREATE TABLE task_assignees (
    task_id uuid NOT NULL,
    person_id uuid NOT NULL,
    done_at timestamp with time zone,
    outcome text,
    CONSTRAINT "PK_task_assignees" PRIMARY KEY (task_id, person_id),
    CONSTRAINT "FK_task_assignees_tasks_task_id" FOREIGN KEY (task_id) REFERENCES tasks (id) ON DELETE CASCADE
);


CREATE INDEX "IX_agenda_due_at_kind_key" ON agenda (due_at, kind, key);


CREATE INDEX "IX_answers_request_id" ON answers (request_id);


CREATE UNIQUE INDEX ix_answers_standing ON answers (invitation_id) WHERE superseded_at IS NULL;


CREATE INDEX "IX_asked_figures_service_reference_period" ON asked_figures (service, reference, period);


CREATE INDEX "IX_bookmarks_event_name" ON bookmarks (event_name) WHERE event_name IS NOT NULL;


CREATE INDEX "IX_case_papers_service_kind_key_at" ON case_papers (service, kind, key, at);


CREATE UNIQUE INDEX "IX_decision_requests_instance_id_bookmark_id" ON decision_requests (instance_id, bookmark_id);


CREATE INDEX "IX_decision_requests_service_paper_kind_paper_key" ON decision_requests (service, paper_kind, paper_key);


CREATE INDEX "IX_deputies_service_body_key_for_person_id" ON deputies (service, body_key, for_person_id);


CREATE INDEX "IX_formal_decisions_service_paper_kind_paper_key" ON formal_decisions (service, paper_kind, paper_key);


CREATE INDEX "IX_incidents_instance_id_at" ON incidents (instance_id, at);


CREATE INDEX ix_incidents_open ON incidents (at) WHERE retried_at IS NULL;


CREATE INDEX "IX_indicator_figures_service_at" ON indicator_figures (service, at);


CREATE UNIQUE INDEX "IX_indicator_figures_service_reference_period_sequence" ON indicator_figures (service, reference, period, sequence);


CREATE UNIQUE INDEX "IX_instances_definition_id_service_key" ON instances (definition_id, service, key);


CREATE INDEX "IX_instances_parent_id_parent_bookmark_id" ON instances (parent_id, parent_bookmark_id);


CREATE INDEX "IX_instances_service_financial_year" ON instances (service, financial_year);


CREATE UNIQUE INDEX "IX_interests_invitation_id" ON interests (invitation_id);


CREATE INDEX "IX_invitations_person_id" ON invitations (person_id);


CREATE UNIQUE INDEX ix_invitations_standing ON invitations (request_id, seat_key) WHERE passed_on_at IS NULL;


CREATE INDEX "IX_link_tokens_invitation_id" ON link_tokens (invitation_id);


CREATE UNIQUE INDEX "IX_meetings_service_body_key_date" ON meetings (service, body_key, date);


CREATE UNIQUE INDEX "IX_minutes_paper_id" ON minutes (paper_id);


CREATE INDEX "IX_outbox_carried_by" ON outbox (carried_by);


CREATE INDEX "IX_outbox_invitation_id" ON outbox (invitation_id);


CREATE INDEX ix_outbox_pending ON outbox (person_id) WHERE state = 'Pending';


CREATE UNIQUE INDEX "IX_outbox_template_person_id_occurrence" ON outbox (template, person_id, occurrence);


CREATE INDEX "IX_papers_instance_id_attachment_hash" ON papers (instance_id, attachment_hash);


CREATE INDEX "IX_papers_meeting_id" ON papers (meeting_id);


CREATE UNIQUE INDEX "IX_people_email" ON people (email);


CREATE UNIQUE INDEX ix_plan_activities_standing ON plan_activities (service, financial_year, number) WHERE superseded_at IS NULL;


CREATE INDEX "IX_public_comments_service_at" ON public_comments (service, at);


CREATE INDEX "IX_questions_request_id" ON questions (request_id);


CREATE UNIQUE INDEX "IX_questions_task_id" ON questions (task_id);


CREATE INDEX "IX_record_entries_service_event_sequence" ON record_entries (service, event, sequence);


CREATE INDEX "IX_record_entries_service_subject_sequence" ON record_entries (service, subject, sequence);


CREATE INDEX "IX_record_personal_texts_person_id" ON record_personal_texts (person_id);


CREATE INDEX "IX_review_comments_specification_id_revision" ON review_comments (specification_id, revision);


CREATE INDEX "IX_role_holdings_person_id" ON role_holdings (person_id);


CREATE INDEX "IX_role_holdings_service_role_key" ON role_holdings (service, role_key);


CREATE INDEX "IX_specification_revisions_hash" ON specification_revisions (hash);


CREATE INDEX "IX_specifications_service_financial_year" ON specifications (service, financial_year);


CREATE INDEX ix_task_assignees_waiting ON task_assignees (person_id) WHERE done_at IS NULL;


CREATE INDEX "IX_tasks_instance_id_bookmark_id" ON tasks (instance_id, bookmark_id);


CREATE INDEX "IX_thread_links_service_to_kind_to_key" ON thread_links (service, to_kind, to_key);


CREATE INDEX "IX_variations_service_financial_year_state" ON variations (service, financial_year, state);


