CREATE TABLE "classifications" (
	"key" text PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"risk" text NOT NULL,
	"destructive" boolean NOT NULL,
	"financial" boolean NOT NULL,
	"basis" text NOT NULL,
	"confidence" text NOT NULL,
	"ruleset" text NOT NULL,
	"judgement" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"classification_key" text NOT NULL,
	"position" integer NOT NULL,
	"rule" text NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "findings_classification_key_position_pk" PRIMARY KEY("classification_key","position")
);
--> statement-breakpoint
CREATE TABLE "crawls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "crawls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reference" text NOT NULL,
	"server_id" text,
	"server_version_id" bigint,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"stderr_tail" text NOT NULL,
	"attempts" text NOT NULL,
	"recipe" text,
	"sandbox" text,
	"runtime" text,
	"started_at" timestamp with time zone NOT NULL,
	"seconds" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"crawl_id" bigint PRIMARY KEY NOT NULL,
	"transport" text NOT NULL,
	"protocol_version" text NOT NULL,
	"server_info" text NOT NULL,
	"instruction_version_id" bigint,
	"rejected" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instruction_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instruction_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"hash" text NOT NULL,
	"text" text NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "instruction_versions_hash" UNIQUE("server_id","hash")
);
--> statement-breakpoint
CREATE TABLE "server_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "server_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"version" text,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "server_versions_version" UNIQUE NULLS NOT DISTINCT("server_id","version")
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"facts" text NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listed_tools" (
	"crawl_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"tool_version_id" bigint NOT NULL,
	"classification_key" text NOT NULL,
	CONSTRAINT "listed_tools_crawl_id_position_pk" PRIMARY KEY("crawl_id","position")
);
--> statement-breakpoint
CREATE TABLE "tool_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tool_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tool_id" bigint NOT NULL,
	"definition_hash" text NOT NULL,
	"definition" text NOT NULL,
	"queryable" jsonb NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "tool_versions_hash" UNIQUE("tool_id","definition_hash")
);
--> statement-breakpoint
CREATE TABLE "tools" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tools_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"server_id" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	CONSTRAINT "tools_name" UNIQUE("server_id","name")
);
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_classification_key_classifications_key_fk" FOREIGN KEY ("classification_key") REFERENCES "public"."classifications"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crawls" ADD CONSTRAINT "crawls_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crawls" ADD CONSTRAINT "crawls_server_version_id_server_versions_id_fk" FOREIGN KEY ("server_version_id") REFERENCES "public"."server_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_crawl_id_crawls_id_fk" FOREIGN KEY ("crawl_id") REFERENCES "public"."crawls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_instruction_version_id_instruction_versions_id_fk" FOREIGN KEY ("instruction_version_id") REFERENCES "public"."instruction_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_versions" ADD CONSTRAINT "instruction_versions_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server_versions" ADD CONSTRAINT "server_versions_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_tools" ADD CONSTRAINT "listed_tools_crawl_id_listings_crawl_id_fk" FOREIGN KEY ("crawl_id") REFERENCES "public"."listings"("crawl_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_tools" ADD CONSTRAINT "listed_tools_tool_version_id_tool_versions_id_fk" FOREIGN KEY ("tool_version_id") REFERENCES "public"."tool_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_tools" ADD CONSTRAINT "listed_tools_classification_key_classifications_key_fk" FOREIGN KEY ("classification_key") REFERENCES "public"."classifications"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_versions" ADD CONSTRAINT "tool_versions_tool_id_tools_id_fk" FOREIGN KEY ("tool_id") REFERENCES "public"."tools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tools" ADD CONSTRAINT "tools_server_id_servers_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."servers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "findings_rule" ON "findings" USING btree ("rule");--> statement-breakpoint
CREATE INDEX "crawls_server" ON "crawls" USING btree ("server_id","started_at","id");--> statement-breakpoint
CREATE INDEX "crawls_reference" ON "crawls" USING hash ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "servers_slug" ON "servers" USING btree ("source",lower("slug"));--> statement-breakpoint
CREATE INDEX "listed_tools_version" ON "listed_tools" USING btree ("tool_version_id");--> statement-breakpoint
CREATE INDEX "listed_tools_classification" ON "listed_tools" USING btree ("classification_key");--> statement-breakpoint
CREATE UNIQUE INDEX "tools_slug" ON "tools" USING btree ("server_id",lower("slug"));